// Gives a program and its glue short names for each other. wasm-bindgen names each function of the browser with a digest,
// in the program and again in the glue; digests don't compress, and nobody reads them.
import { readFileSync, writeFileSync } from "node:fs";

const [IMPORTS, EXPORTS] = [2, 7];

/**
 * Renames what `program` and `glue` call each other by. Nothing else may know these names.
 * @param {{ glue: string, program: string }} files
 */
export function shortenNames({ glue, program }) {
  const bytes = readFileSync(program);
  const module = new WebAssembly.Module(bytes);
  const imports = WebAssembly.Module.imports(module);
  const exports = WebAssembly.Module.exports(module).filter(({ name }) => /[0-9a-f]{16}/.test(name));
  const short = new Map();
  imports.forEach(({ name }, at) => short.set(name, `i${at.toString(36)}`));
  exports.forEach(({ name }, at) => short.set(name, `e${at.toString(36)}`));
  [...new Set(imports.map(({ module }) => module))].forEach((from, at) => short.set(from, `m${at}`));

  const sections = new Map([[IMPORTS, 2], [EXPORTS, 1]]);
  const parts = [bytes.subarray(0, 8)];
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const [start, id] = [reader.at, bytes[reader.at++]];
    const end = reader.number() + reader.at;
    const names = sections.get(id);
    const body = names ? renamed(reader, end, names, short) : undefined;
    parts.push(...(body ? [Uint8Array.of(id), leb(body.length), body] : [bytes.subarray(start, end)]));
    reader.at = end;
  }
  writeFileSync(program, Buffer.concat(parts));

  const text = readFileSync(glue, "utf8").replace(/(?<=")\.\/[\w.-]+(?=")|[A-Za-z_$][\w$]*/g, (name) => short.get(name) ?? name);
  for (const name of short.keys()) {
    if (text.includes(name)) throw new Error(`${glue} names ${name} in a way that isn't known here`);
  }
  writeFileSync(glue, text);
}

/** The section up to `end`, with each of its entries beginning with so many `names`. */
function renamed(reader, end, names, short) {
  const count = reader.number();
  const parts = [leb(count)];
  for (let entry = 0; entry < count; entry += 1) {
    for (let name = 0; name < names; name += 1) {
      const text = reader.text();
      const written = Buffer.from(short.get(text) ?? text);
      parts.push(leb(written.length), written);
    }
    const start = reader.at;
    if (names === 2) reader.skipType();
    else {
      reader.at += 1;
      reader.number();
    }
    parts.push(reader.bytes.subarray(start, reader.at));
  }
  if (reader.at !== end) throw new Error("The program's names could not be read.");
  return Buffer.concat(parts);
}

/** Reads the binary format (https://webassembly.github.io/spec/core/binary/). */
class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at).toString();
  }

  limits() {
    const kind = this.number();
    this.number();
    if (kind & 1) this.number();
  }

  /** What is imported: a function, a table, a memory, a global or a tag. */
  skipType() {
    const kind = this.bytes[this.at++];
    if (kind === 0) this.number();
    else if (kind === 1) {
      this.at += 1;
      this.limits();
    } else if (kind === 2) this.limits();
    else if (kind === 3) this.at += 2;
    else throw new Error(`The program imports something of the kind ${kind}.`);
  }
}

function leb(number) {
  const bytes = [];
  do {
    bytes.push((number % 128) + (number > 127 ? 128 : 0));
    number = Math.floor(number / 128);
  } while (number > 0);
  return Uint8Array.from(bytes);
}
