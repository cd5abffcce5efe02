// The `sidebyline` command, as it is built for development.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Runs it at the repository's root, without a word if all is well. */
export function sidebyline(...args: string[]) {
  execFileSync("cargo", ["run", "--quiet", "--package", "sidebyline-cli", "--", ...args, "--quiet"], { cwd: root });
}
