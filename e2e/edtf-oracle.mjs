// What npm `edtf` makes of its own examples, written to a fixture that the Rust parser is held to.
//
//   node e2e/edtf-oracle.mjs            writes crates/dataset/tests/edtf-oracle.json
//   node e2e/edtf-oracle.mjs --check    fails if the committed fixture isn't what this version of `edtf` says
//
// The examples are those of the package's README, of the Library of Congress specification, and what the package's
// own generator (`edtf/sample`) makes of its grammar for levels 0 and 1, drawn with a fixed seed.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.env.TZ = 'UTC' // A time without a zone is taken as UTC by both.

let state = 20250422
Math.random = () => {
  // mulberry32: small, seeded, good enough to draw examples.
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

const { default: edtf } = await import('edtf')
const { sample } = await import('edtf/sample')

const written = new Set([
  // README and specification, levels 0 and 1
  '1985-04-12', '1985-04', '1985', '1985-04-12T23:20:30', '1985-04-12T23:20:30Z', '1985-04-12T23:20:30-04:00',
  '1985-04-12T23:20:30+05:30', '1964/2008', '2004-06/2006-08', '2004-02-01/2005-02-08', '2004-02-01/2005-02', '2005/2006-02',
  'Y170000002', 'Y-170000002', '2001-21', '2001-22', '2001-23', '2001-24', '1984?', '2004-06~', '2004-06-11%', '201X', '20XX',
  '2004-XX', '1985-04-XX', '1985-XX-XX', '1985-04-12/..', '1985-04/..', '1985/..', '../1985-04-12', '../1985-04', '../1985',
  '1985-04-12/', '1985-04/', '1985/', '/1985-04-12', '/1985-04', '/1985', '-1985', '2016-XX', '2016-04~/2016-05', '2016?',
  '2016-02', '2016-06/2016-09', '1984~/2004-06', '1984-06?/2004-08?', '-0044-03-15', '0000', '-0001-02',
  // level 2's set of one date in between
  '[1667..1760]', '[2025-04-23..2025-04-25]', '[..1983]', '[1983..]', '[2016-02..2016-03]', '[..2025-04-20]',
])
for (const type of ['Date', 'Interval'])
  for (const example of sample({ count: 150, level: 0, type })) written.add(example)
for (const [type, count] of Object.entries({ Date: 400, Year: 60, Season: 30, Interval: 400 }))
  for (const example of sample({ count, level: 1, type })) written.add(example)

const seconds = (ms) => (Number.isFinite(ms) ? Math.floor(ms / 1000) : null)
const cases = []
for (const text of [...written].sort()) {
  let date
  try {
    date = edtf(text)
  } catch {
    cases.push({ written: text, reads: false })
    continue
  }
  cases.push({ written: text, reads: true, type: date.type, earliest: seconds(date.min), latest: seconds(date.max) })
}

const fixture = fileURLToPath(new URL('../crates/dataset/tests/edtf-oracle.json', import.meta.url))
const now = `[\n${cases.map((c) => JSON.stringify(c)).join(',\n')}\n]\n`
if (process.argv.includes('--check')) {
  if (readFileSync(fixture, 'utf8') !== now) {
    console.error('crates/dataset/tests/edtf-oracle.json is not what edtf says now: run node e2e/edtf-oracle.mjs and look at the difference')
    process.exit(1)
  }
  console.log(`edtf agrees with the committed fixture on ${cases.length} examples`)
} else {
  writeFileSync(fixture, now)
  console.log(`${cases.length} examples written`)
}
