// The shapes of the API's answers; docs/browser.md and /api/openapi.json describe them.

export interface Page<T> {
  items: T[];
  next: string | null;
  total: number;
}

export interface Party {
  name: string;
  code: string | null;
  sector: string[];
  id: string | null;
  words: string;
}

export interface Count {
  value: string | null;
  events: number;
  mentions: number;
}

export type ByType = Record<string, number>;

export interface Row {
  link: string;
  event: string;
  article: string;
  type: string;
  mode: string[];
  quad: string | null;
  date: string | null;
  enddate: string | null;
  date_precision: string | null;
  published: string | null;
  actors: Party[];
  recipients: Party[];
  place: string | null;
  country: string | null;
  geonameid: number | null;
  lat: number | null;
  lon: number | null;
  status: string;
  hedged: boolean;
  confidence: number;
  figures: Figure[];
  according_to: { source: string | null; stance: string }[];
  outlets: string[];
  mentions: number;
  witnesses: number;
  words: string;
}

export interface Figure {
  kind: string;
  low: number | null;
  high: number | null;
}

export interface PlaceCount {
  geonameid: number | null;
  name: string;
  country: string | null;
  lat: number;
  lon: number;
  events: number;
  types: ByType;
}

export interface CountryCount {
  code: string;
  events: number;
  types: ByType;
}

export interface Bucket {
  start: string;
  types: ByType;
}

export type Unit = "day" | "week" | "month" | "year";

export interface Timeline {
  unit: Unit;
  buckets: Bucket[];
}

export interface Totals {
  events: number;
  mentions: number;
  articles: number;
}

export interface Overview {
  total: Totals;
  all: Totals;
  list: Page<Row>;
  places: PlaceCount[];
  countries: CountryCount[];
  unplaced: number;
  undated: number;
  timeline: Timeline;
  facets: Record<string, Count[]>;
}

export interface Telling {
  event: string;
  url: string | null;
  outlet: string | null;
  published: string | null;
  witness: string;
  according_to: [string | null, string][];
  hedged: boolean;
}

export interface Version {
  value: string;
  tellings: Telling[];
  witnesses: number;
}

export interface Field {
  name: string;
  versions: Version[];
  agreed: boolean;
}

export interface Toll {
  kind: string;
  told: [string | null, number | null, number | null, string | null][];
  lowest: number | null;
  highest: number | null;
}

export interface Reconciled {
  link: string;
  type: string;
  date: string | null;
  enddate: string | null;
  articles: number;
  witnesses: number;
  outlets: string[];
  first_told: string | null;
  fields: Field[];
  tolls: Toll[];
}

export interface LinkDetail {
  row: Row;
  reconciled: Reconciled;
  mentions: (Row & { telling: Telling })[];
  rivals: Row[];
}

export type Label = "event" | "actor" | "recipient" | "date" | "place" | "figure" | "source" | "cue";

export interface Mark {
  start: number;
  end: number;
  label: Label;
}

export interface Furniture {
  start: number;
  end: number;
  kind: string;
  reason: string;
}

interface Entity {
  entity_text: string;
  code: string | null;
  sector: string[];
  identifier_text: string | null;
  identifier_id: string | null;
}

export interface DocumentEvent {
  id: string;
  event: string[];
  mode: string[];
  actor: Entity[];
  recipient: Entity[];
  date: string | null;
  enddate: string | null;
  event_loc: { extracted_place: string | null; resolved_place: string | null; country_code: string | null } | null;
  size: (Figure & { text: string })[];
  status: string;
  hedged: boolean;
  attribution: { source: Entity | null; stance: string }[];
  confidence: number;
  link: string | null;
  text_info: { sequence: number; start: number; end: number };
}

export interface Reading {
  id: string | null;
  document: {
    cite_info: { url: string | null; title: string | null; publication: string | null; date: string | null };
    text: string;
    events: DocumentEvent[];
  };
  furniture: Furniture[];
  marks: Record<string, Mark[]>;
  why: Record<string, string[]>;
  notes: string[];
}

export interface ActorCount {
  name: string;
  code: string | null;
  sector: string[];
  id: string | null;
  events: number;
  as_actor: number;
  as_recipient: number;
}

export interface Actor {
  name: string;
  code: string | null;
  sector: string[];
  id: string | null;
  aliases: string[];
  offices: { office: string; country: string | null; since: string | null; until: string | null }[];
  known_as: string[];
  as_actor: Count[];
  as_recipient: Count[];
  with: { name: string; code: string | null; did: number; suffered: number }[];
  list: Page<Row>;
}

export interface Dyad {
  actor: string;
  recipient: string;
  events: number;
  scale: number | null;
}

export interface Dyads {
  dyads: Dyad[];
  over_time: { actor: string; recipient: string; buckets: Bucket[] }[];
}

export interface Answer {
  event: string;
  source: string | null;
  stance: string;
  relation: string;
}

export interface Claim {
  event: string;
  link: string;
  article: string;
  source: string | null;
  source_code: string | null;
  stance: string;
  cue: string | null;
  content: string | null;
  type: string;
  mode: string[];
  about: Row;
  answers: Answer[];
  published: string | null;
  outlet: string | null;
}

export interface Meta {
  version: string;
  record: string | null;
  articles: number;
  events: number;
  first: string | null;
  last: string | null;
  texts: boolean;
  read: boolean;
}

export interface Format {
  name: string;
  suffix: string;
  media_type: string;
  title: string;
}
