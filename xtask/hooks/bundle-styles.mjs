// Joins the style sheets into one file, so that the page asks for one. Called by Trunk before each build:
//   node bundle-styles.mjs ENTRY OUTPUT [ENTRY OUTPUT …]
// Each ENTRY imports the others in the order that matters, each by a plain `@import "name.css";` line, which is also
// valid CSS. An import with a condition or from elsewhere is refused rather than silently kept.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const importRule = /^@import\s+(?:url\()?["']([^"']+)["']\)?\s*([^;]*);[ \t]*$/gm;

function inline(path, parents) {
  if (parents.includes(path)) throw new Error(`${path} imports itself, by way of ${parents.join(", ")}`);
  return readFileSync(path, "utf8").replace(importRule, (rule, name, condition) => {
    if (condition || /^([a-z]+:|\/)/i.test(name)) {
      throw new Error(`${path}: only a plain relative import can be joined, found: ${rule.trim()}`);
    }
    return inline(join(dirname(path), name), [...parents, path]);
  });
}

const files = process.argv.slice(2);
try {
  for (let at = 0; at < files.length; at += 2) {
    const [entry, output] = files.slice(at);
    const css = inline(entry, []);
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, css);
  }
} catch (error) {
  console.error(`The styles could not be joined. ${error.message}`);
  process.exitCode = 1;
}
