import { useState } from "preact/hooks";
import { cut, labelled, pieces } from "../text/visible";

/** Text of the record: isolated from what is around it, with what hides in it shown. Cut at `max`, with a way to more. */
export function Words({ text, max = 600 }: { text: string; max?: number }) {
  const [limit, more] = useState(max);
  const shown = cut(text, limit);
  return (
    <bdi>
      <Pieces text={shown} />
      {shown.length < text.length && (
        <button type="button" class="inline" onClick={() => more(limit * 10)}>
          … more
        </button>
      )}
    </bdi>
  );
}

/** A name or the like, cut where it is too long to be one; within links, chips and tables. */
export function Brief({ text, max = 80 }: { text: string; max?: number }) {
  const shown = cut(text, max);
  return (
    <bdi title={shown.length < text.length ? labelled(cut(text, max * 10)) : undefined}>
      <Pieces text={shown} />
      {shown.length < text.length && "…"}
    </bdi>
  );
}

/** The pieces of a text, without isolation: for a caller that isolates the whole. */
export function Pieces({ text }: { text: string }) {
  const found = pieces(text);
  if (found.length === 1 && found[0]?.kind === "text") return <>{text}</>;
  return (
    <>
      {found.map((p, i) => {
        if (p.kind === "text") return p.text;
        if (p.kind === "box") {
          return (
            <span key={i} class="hidden-character" title={p.title}>
              {p.label}
            </span>
          );
        }
        return (
          <span key={i} class="mixed-letters" title={p.title}>
            <bdi>{p.text}</bdi>
            <span class="aside"> ({p.title})</span>
          </span>
        );
      })}
    </>
  );
}
