// A large invented dataset: more articles than there are letters and colours, and hundreds of events. It is made anew for
// each test, always the same.

const digest = `sha256:${"0".repeat(64)}`;
const two = (number: number) => String(number).padStart(2, "0");

/** Numbers that look like chance, from 0 up to `below`: a linear congruential generator (Numerical Recipes). */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** So many outlets with an article each, the first of them with two, on so many events. */
export function newsroom(outlets: number, events: number) {
  const chance = numbers(1);
  const ids = Array.from({ length: outlets + 1 }, (_, at) => `s${at}`);
  const sources = ids.map((id, at) => ({
    id, label: at < outlets ? `N${two(at)}` : "N0b", title: `What outlet ${at % outlets} had to say of the spring in Westhaven`,
    outlet: `o${at % outlets}`, published: `2031-05-${two(2 + (at % 27))}`, published_basis: "Printed above it.", language: "en",
    digest: { raw: digest, canonical: digest }, length: 9000, coded: "full", derived_from: at % 7 === 3 ? [ids[at - 1]] : [],
  }));
  const discrepancies: unknown[] = [];
  const all = Array.from({ length: events }, (_, event) => {
    const day = `2031-05-${two(1 + Math.floor((event * 28) / events))}`;
    const reporting = ids.filter((_, at) => sources[at]!.published > day && chance(4) === 0);
    const mentions = reporting.map((source) => ({
      id: `e${event}-${source}`, source, paraphrase: `It was told in its own way, number ${event}.`, passages: [], status: "occurred",
      basis: chance(2) ? "own" : "named", via: [] as string[],
    }));
    for (const mention of mentions) if (mention.basis === "named") mention.via.push(`a${chance(20)}`);
    if (mentions.length > 1 && chance(3) === 0) {
      discrepancies.push({
        id: `d${event}`, dimension: "number", nature: "unclear", question: "How many were there?", event: `e${event}`,
        answers: [0, 1].map((at) => ({ value: `${at + 3} of them`, evidence: [{ source: mentions[at]!.source, mention: mentions[at]!.id }] })),
      });
    }
    return { id: `e${event}`, title: `Event number ${event} takes place on the quay of Westhaven`, when: day, known_from: day, mentions };
  });
  return {
    format: "sidebyline/1", id: "newsroom", version: "1", title: "A spring in Westhaven", description: "Invented.", language: "en",
    updated: "2031-06-01", license: "CC0-1.0", method: "Invented.",
    outlets: Array.from({ length: outlets }, (_, at) => ({ id: `o${at}`, name: `The Westhaven Courier ${at}` })),
    sources, actors: Array.from({ length: 20 }, (_, at) => ({ id: `a${at}`, name: `Speaker ${at}`, kind: "person" })),
    events: all, quotes: [], discrepancies,
  };
}
