/** The sandbox as a command: what it prints, and that it ends when it is told to. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { driftHelp, runSandbox, type SandboxCommandOptions } from "../scripts/cli/sandbox.ts";

/** Runs the command until it has printed; answers what it printed. */
async function printed(options: SandboxCommandOptions): Promise<string> {
  const stop = new AbortController();
  let text = "";
  await runSandbox(
    { ...options, signal: stop.signal },
    {
      write: (chunk) => {
        text += chunk;
        stop.abort();
      },
    },
  );
  return text;
}

describe("specwire sandbox", () => {
  test("prints endpoints, variables for the shell and a command for each vendor", async () => {
    const text = await printed({});
    expect(text).toMatch(/^The sandbox listens at http:\/\/127\.0\.0\.1:\d+\n/);
    expect(text).toContain("export SPECWIRE_EXACTTARGET_PASSWORD='sandbox & exacttarget <password>'\n");
    const commands = [...text.matchAll(/^specwire watch (\S+) (\S+)$/gm)].map((match) => match[1]);
    expect(commands).toEqual(["microsoft-advertising", "ebay", "salesforce", "superoffice", "exacttarget"]);
    expect(text).toMatch(/^specwire watch salesforce 750\w{15}\/751\w{15}$/m);
  });

  test("prints one JSON object on one line", async () => {
    const text = await printed({ json: true, jobs: false });
    expect(text.indexOf("\n")).toBe(text.length - 1);
    expect(JSON.parse(text)).toMatchObject({ jobs: [], environment: { SPECWIRE_SUPEROFFICE_SCHEME: "SoTicket" } });
  });

  test("refuses a drift that does not exist, with those that do", async () => {
    await expect(runSandbox({ drift: ["fault-201"] }, { write: () => undefined })).rejects.toThrow("fault-200");
    expect(driftHelp()).toContain("completed-word  a batch that is done");
  });

  test("plays faults as they are written, and refuses others", async () => {
    const stop = new AbortController();
    const statuses: Promise<number>[] = [];
    await runSandbox(
      { json: true, fault: ["busy:getBatchTask*1"], signal: stop.signal },
      {
        write: (text: string) => {
          const { endpoints } = JSON.parse(text) as { readonly endpoints: { readonly superOffice: string } };
          const ask = async (): Promise<number> => (await fetch(`${endpoints.superOffice}/BatchTask/212`)).status;
          const first = ask();
          const second = first.then(ask);
          statuses.push(first, second);
          void second.finally(() => stop.abort());
        },
      },
    );
    expect(await Promise.all(statuses)).toEqual([503, 401]);
    for (const fault of ["meteor", "busy:", "cut-upload@x"]) {
      await expect(runSandbox({ fault: [fault] }, { write: () => undefined })).rejects.toThrow("No fault is written");
    }
  });

  test.each(["SIGINT", "SIGTERM"] as const)("%s ends it", async (signal) => {
    const module = new URL("../scripts/cli/sandbox.ts", import.meta.url).href;
    const script = `import { runSandbox } from ${JSON.stringify(module)}; await runSandbox({}, process.stdout); console.log("ended");`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("Ctrl+C") && !child.killed) child.kill(signal);
    });
    const [code] = await once(child, "close");
    expect([code, text.endsWith("ended\n")]).toEqual([0, true]);
  });
});
