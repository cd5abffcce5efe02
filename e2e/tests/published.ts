// The published dataset, as far as the tests compute from it what the page must say.
import { type APIRequestContext } from "@playwright/test";

export interface Quote {
  id: string;
  source: string;
  speakers: string[];
  cue: string;
  content: string;
  event?: string;
  kind: string;
  topics?: string[];
}

export interface Published {
  title: string;
  version: string;
  sources: { id: string; label: string }[];
  actors: { id: string; name: string; aliases?: string[]; affiliation?: string }[];
  topics: { id: string; label: string; parent?: string }[];
  events: { id: string; title: string; topics?: string[]; background?: boolean; mentions: { id: string; source: string; paraphrase: string; status: string }[] }[];
  quotes: Quote[];
  discrepancies: { id: string; question: string; event?: string }[];
}

/** Reads it from where the page does. */
export async function published(request: APIRequestContext): Promise<Published> {
  return (await request.get("./data/ceasefire-talks-2025-04.json")).json();
}
