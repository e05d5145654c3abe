/** What `npm run bench` is asked for. */
import type { Clock } from "./measure/sample.ts";
import { Command, InvalidArgumentError, Option } from "commander";

/** Options of a run. */
export interface BenchOptions {
  /** Only these benchmarks; all where it is empty. */
  readonly only: readonly string[];
  /** File for the figures. */
  readonly json?: string;
  /** Processes for each contender. */
  readonly rounds: number;
  /** One short round: to see that it works, not for figures to be trusted. */
  readonly quick: boolean;
  /** What decoding and encoding are measured by. */
  readonly clock: Clock;
  /** Contracts to generate, instead of those that are chosen. */
  readonly contracts: readonly string[];
}

/** Reads the arguments; help and mistakes are told, and end the process. */
export function benchOptions(args: readonly string[], names: readonly string[]): BenchOptions {
  const program = new Command("npm run bench --")
    .description("Measures ours and others side by side. A run of everything writes BENCHMARKS.md and bench.svg.")
    .argument("[contracts...]", "WSDL or XSD files for the benchmark generate")
    .addOption(new Option("--only <name...>", "only these").choices(names).default([], "all"))
    .option("--json <file>", "write the figures as JSON")
    .option("--rounds <n>", "processes for each contender", count, 5)
    .addOption(
      new Option(
        "--clock <kind>",
        "time of decoding and encoding: of the world, or of the processor, which a busy machine blurs less",
      )
        .choices(["wall", "processor"])
        .default("wall"),
    )
    .option("--quick", "one short round, whose figures say little", false)
    .parse([...args], { from: "user" });
  const options = program.opts<Omit<BenchOptions, "contracts">>();
  const { args: contracts } = program;
  const only = contracts.length > 0 && options.only.length === 0 ? ["generate"] : options.only;
  return { ...options, only, contracts, rounds: options.quick ? 1 : options.rounds };
}

/** Whether a run measures everything, and long enough: only such a run may replace the report. */
export function isWhole({ only, contracts, quick }: BenchOptions): boolean {
  return only.length === 0 && contracts.length === 0 && !quick;
}

function count(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 100) return number;
  throw new InvalidArgumentError("A whole number from 1 to 100 is expected.");
}
