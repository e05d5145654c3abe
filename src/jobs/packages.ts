import { JobError } from "../runtime/errors.ts";

/**
 * Loads an optional package, when it is needed.
 *
 * @param purpose what needs it: `Reading results in CSV`
 * @param load a dynamic import, written out where it is called so that bundlers see it
 * @throws JobError `job.package` naming the package to install
 */
export async function optionalPackage<T>(name: string, purpose: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new JobError("job.package", `${purpose} needs the package ${name}: npm install ${name}`, { cause });
  }
}
