// What a text holds and does not show. Article text is hostile: characters that turn, hide or pile up other text are
// given labels, so that what is read is what is there.

export type Piece =
  | { kind: "text"; text: string }
  | { kind: "box"; text: string; label: string; title: string }
  | { kind: "mixed"; text: string; title: string };

const NAMED: Readonly<Record<number, readonly [string, string]>> = {
  0x00ad: ["SHY", "soft hyphen"],
  0x034f: ["CGJ", "combining grapheme joiner"],
  0x061c: ["ALM", "Arabic letter mark"],
  0x115f: ["HF", "Hangul filler"],
  0x1160: ["HF", "Hangul filler"],
  0x180e: ["MVS", "Mongolian vowel separator"],
  0x200b: ["ZWSP", "zero width space"],
  0x200c: ["ZWNJ", "zero width non-joiner"],
  0x200d: ["ZWJ", "zero width joiner"],
  0x200e: ["LRM", "left-to-right mark"],
  0x200f: ["RLM", "right-to-left mark"],
  0x2028: ["LS", "line separator"],
  0x2029: ["PS", "paragraph separator"],
  0x202a: ["LRE", "left-to-right embedding"],
  0x202b: ["RLE", "right-to-left embedding"],
  0x202c: ["PDF", "end of direction"],
  0x202d: ["LRO", "left-to-right override"],
  0x202e: ["RLO", "right-to-left override"],
  0x2060: ["WJ", "word joiner"],
  0x2066: ["LRI", "left-to-right isolate"],
  0x2067: ["RLI", "right-to-left isolate"],
  0x2068: ["FSI", "first strong isolate"],
  0x2069: ["PDI", "end of isolate"],
  0x2800: ["BLANK", "Braille blank"],
  0x3164: ["HF", "Hangul filler"],
  0xfeff: ["BOM", "zero width no-break space"],
  0xffa0: ["HF", "Hangul filler"],
};

// Everything that shows nothing of itself, marks piled more than three high, and words that mix look-alike alphabets.
const HIDDEN =
  "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u2028-\\u202e" +
  "\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0e\\ufeff\\uffa0\\ufff0-\\ufffb\\ud800-\\udfff\\u{e0000}-\\u{e0fff}\\u{1d173}-\\u{1d17a}]";
const PILED = "(?<=\\p{M}{3})\\p{M}+";
const WORD = `(?:(?!${HIDDEN})\\p{L}(?:(?!${HIDDEN})\\p{M}){0,3}){2,60}`;
const PARTS = new RegExp(`(?<hidden>${HIDDEN})|(?<piled>${PILED})|(?<word>${WORD})`, "gu");
const SCRIPTS = [
  ["Latin", /\p{Script=Latin}/u],
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Greek", /\p{Script=Greek}/u],
  ["Armenian", /\p{Script=Armenian}/u],
  ["Cherokee", /\p{Script=Cherokee}/u],
] as const;
const PLAIN = /^[\t\n\x20-\x7e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e]*$/;

/** The text in pieces: as it is, in labelled boxes, or marked as mixing alphabets. */
export function pieces(text: string): Piece[] {
  if (PLAIN.test(text)) return text ? [{ kind: "text", text }] : [];
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(PARTS)) {
    const piece = special(match[0], match.groups ?? {});
    if (!piece) continue;
    if (match.index > from) found.push({ kind: "text", text: text.slice(from, match.index) });
    found.push(piece);
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ kind: "text", text: text.slice(from) });
  return found;
}

function special(text: string, groups: Record<string, string | undefined>): Piece | null {
  if (groups.hidden !== undefined) return hidden(text);
  if (groups.piled !== undefined) {
    const n = [...text].length;
    return { kind: "box", text, label: `+${n} marks`, title: `${n} more marks on one letter` };
  }
  const scripts = SCRIPTS.filter(([, test]) => test.test(text)).map(([name]) => name);
  return scripts.length > 1 ? { kind: "mixed", text, title: `mixes ${scripts.join(" and ")} letters` } : null;
}

function hidden(text: string): Piece {
  const code = text.codePointAt(0) as number;
  const [label, name] = NAMED[code] ?? [`U+${code.toString(16).toUpperCase().padStart(4, "0")}`, "shows nothing of itself"];
  return { kind: "box", text, label, title: `${name} (U+${code.toString(16).toUpperCase().padStart(4, "0")})` };
}

/** The text for a label or a title, where there is no box: what hides is named in brackets. */
export function labelled(text: string): string {
  return pieces(text)
    .map((p) => (p.kind === "box" ? `[${p.label}]` : p.text))
    .join("");
}

/** The first `limit` units of a text, not cutting a character in two. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? limit - 1 : limit);
}
