/** Colours for standard output: on a terminal, unless NO_COLOR is set. A pipe gets plain text, on a build server too. */
import picocolors from "picocolors";

const colors: ReturnType<typeof picocolors.createColors> = picocolors.createColors(
  // Undefined where there is no terminal, whatever the declaration says.
  Boolean(process.stdout.isTTY) && picocolors.isColorSupported,
);
export default colors;
