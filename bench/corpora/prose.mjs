// Sentences of invented words with all that makes real ones hard to search.
import { below, oneOf, vocabulary, zipf } from "./random.mjs";

/** Invented words; frequent ones first. */
export const WORDS = vocabulary().slice(0, 20000);

const MARKED = { a: "áäåã", e: "éëě", i: "íï", o: "óöøő", u: "úüů", c: "çč", d: "đ", l: "ł", n: "ñń", s: "šș", z: "žż" };
const GREEK = { a: "ά", b: "β", c: "κ", d: "δ", e: "έ", f: "φ", g: "γ", h: "χ", i: "ί", j: "ι", k: "κ", l: "λ", m: "μ", n: "ν", o: "ό", p: "π", r: "ρ", s: "σ", t: "τ", u: "ύ", v: "β", w: "ω", z: "ζ" };
const CYRILLIC = { a: "а", b: "б", c: "ц", d: "д", e: "ё", f: "ф", g: "г", h: "х", i: "и", j: "й", k: "к", l: "л", m: "м", n: "н", o: "о", p: "п", r: "р", s: "с", t: "т", u: "у", v: "в", w: "ў", z: "з" };

/** How the text writes the word with this number: always the same way, but for its case. */
export function spelled(number) {
  const word = WORDS[number];
  const letters = (/** @type {(letter: string) => string} */ change) => Array.from(word, change).join("");
  if (number % 29 === 11) return Array.from(word.slice(0, 2), (letter) => `${letter.toUpperCase()}.`).join(""); // U.S.
  if (number % 37 === 3) return letters((letter) => CYRILLIC[letter]);
  if (number % 41 === 7) return letters((letter) => GREEK[letter]);
  if (number % 53 === 9) return `${word}ß`;
  if (number % 59 === 13) return `æ${word}`;
  if (number % 7 === 5) return letters((letter) => (letter in MARKED ? MARKED[letter][number % MARKED[letter].length] : letter));
  return word;
}

/** The same without marks on its letters, as somebody types it who has no such keys. */
export function plain(number) {
  return spelled(number).normalize("NFD").replace(/\p{M}/gu, "");
}

const AFTER = [",", ",", ",", ";", ":", " –", "’s", "!", "…", ")", " (", "-"];

/** Writes sentences by chance. */
export class Writer {
  #r;
  #word = zipf(WORDS.length);

  /** @param {import("./random.mjs").Random} r */
  constructor(r) {
    this.#r = r;
  }

  /** A word with a capital, for a name. */
  name() {
    return capital(spelled(this.#word(this.#r)));
  }

  /** So many words, from a capital to a full stop. */
  sentence(/** @type {number} */ length) {
    return `${capital(this.#words(length).join(" "))}.`;
  }

  /** What a quote of this kind says. */
  content(/** @type {string} */ kind, /** @type {number} */ length) {
    if (kind !== "mixed") return this.sentence(length);
    const words = this.#words(length);
    const from = below(this.#r, length - 2);
    const to = from + 1 + below(this.#r, length - from - 1);
    const [before, within, after] = [words.slice(0, from), words.slice(from, to), words.slice(to)];
    return `${capital([...before, `“${within.join(" ")},”`, ...after].join(" "))}.`;
  }

  /** A stretch of a text, with its words. */
  passage(/** @type {number} */ length) {
    const exact = this.#words(length).join(" ");
    const start = below(this.#r, 9000);
    return { start, end: start + Array.from(exact).length, exact };
  }

  /** Words with what stands on and after them. Some are decomposed, as some programs write them. */
  #words(length) {
    const r = this.#r;
    const decomposed = r() < 0.1;
    return Array.from({ length }, () => {
      const share = r();
      if (share < 0.02) return oneOf(r, ["3.5", "1,200", "2025", "5th"]);
      let word = spelled(this.#word(r));
      if (share < 0.04) word = word.toUpperCase();
      else if (share < 0.1) word = capital(word);
      if (r() < 0.12) word += oneOf(r, AFTER);
      return decomposed ? word.normalize("NFD") : word;
    });
  }
}

const capital = (/** @type {string} */ text) => text.replace(/^\P{L}*\p{L}/u, (first) => first.toUpperCase());
