// Measures the command on this machine: `node bench/command.mjs target/speed/sidebyline 100000 1000000`. Linux only, where
// the system says how much memory a process has taken at most (VmHWM). It prints a table for docs/scale.md.
import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { checkedDataset } from "./corpora/checked.mjs";
import { quotesDataset } from "./corpora/quotes-dataset.mjs";
import { made } from "./places.mjs";

const [command, ...sizes] = process.argv.slice(2);
if (!command || !sizes.length) {
  console.error("node bench/command.mjs COMMAND SIZE…");
  process.exit(2);
}
mkdirSync(made("command"), { recursive: true });
console.log("| | JSON | processor | JSON a second | memory at most | a byte of JSON |");
console.log("| --- | --: | --: | --: | --: | --: |");
for (const size of sizes.map(Number)) {
  for (const [name, dataset] of Object.entries({ loose: quotesDataset, "with passages": checkedDataset })) {
    const json = made(`command/${name.replace(" ", "-")}-${size}.json`);
    const [pack, back] = [`${json}.sidebyline`, `${json}.back`];
    if (!existsSync(json)) write(json, dataset(size));
    const bytes = statSync(json).size;
    // Loose quotes stand nowhere, which is an error each: that measures the printing of findings.
    if (dataset === checkedDataset) tell(`\`check\`, ${size} quotes ${name}`, bytes, await run("check", json));
    tell(`\`pack\`, ${size} quotes ${name}`, bytes, await run("pack", json, "-o", pack));
    tell(`\`unpack\`, ${size} quotes ${name}`, bytes, await run("unpack", pack, "-o", back));
    rmSync(back);
  }
}

/** Writes pieces of text in chunks that are worth a call each. */
function write(path, pieces) {
  const file = openSync(path, "w");
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < 1 << 22) continue;
    writeSync(file, chunk);
    chunk = "";
  }
  writeSync(file, chunk);
  closeSync(file);
}

/** Runs the command; what it took: seconds of processor, and bytes of memory at most. */
function run(...args) {
  return new Promise((done, fail) => {
    const child = spawn(resolve(command), [...args, "--quiet"], { stdio: "inherit" });
    const taken = { seconds: 0, peak: 0 };
    // Both only grow, so what was read last before the end is all but a hundredth of a second of it.
    const timer = setInterval(() => look(child.pid, taken), 10);
    child.on("error", fail);
    child.on("exit", (code) => {
      clearInterval(timer);
      if (code) fail(new Error(`${args.join(" ")}: exit code ${code}`));
      else done(taken);
    });
  });
}

function look(pid, taken) {
  try {
    const peak = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    if (peak) taken.peak = Number(peak[1]) * 1024;
    // Behind the name in brackets, the 12th and 13th field: its own time and the system's for it, in hundredths.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
    taken.seconds = (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    // It has ended meanwhile.
  }
}

function tell(what, bytes, { seconds, peak }) {
  const mb = (/** @type {number} */ number) => `${(number / 1e6).toFixed(1)} MB`;
  console.log(
    `| ${what} | ${mb(bytes)} | ${seconds.toFixed(2)} s | ${mb(bytes / seconds)} | ${mb(peak)} | ${(peak / bytes).toFixed(2)} |`,
  );
}
