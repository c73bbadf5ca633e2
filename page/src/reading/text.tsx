import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { memo } from "preact/compat";
import { Pieces } from "../parts/words";
import { number } from "../text/format";
import { blocks, segments, type Segment } from "../text/layers";
import type { Grey, RoleSpan, TextSpan, Underline } from "./layout";

const SHOWN = 120_000;
const LEVELS = 3;

interface Props {
  text: string;
  spans: readonly (Underline | Grey)[];
  roles: readonly RoleSpan[];
  choose: (event: string) => void;
}

/** The article as it was read, in blocks that the browser need not lay out before they are seen. */
export function ArticleText({ text, spans, roles, choose }: Props) {
  const [limit, more] = useState(SHOWN);
  const holder = useRef<HTMLDivElement>(null);
  const reach = Math.max(limit, ...roles.map((r) => r.end));
  const all = useMemo(() => blocks(text), [text]);
  const shown = all.filter((b) => b.start < reach);
  useEffect(() => {
    if (roles.length) holder.current?.querySelector("[data-role~=event]")?.scrollIntoView({ block: "center" });
  }, [roles]);
  return (
    <div ref={holder} class="article-text" dir="auto">
      {shown.map((block) => {
        const over: TextSpan[] = [...spans, ...roles].filter((s) => s.start < block.end && s.end > block.start);
        return <Block key={block.start} text={text} {...block} spans={over} choose={choose} />;
      })}
      {shown.length < all.length && (
        <button type="button" class="more" onClick={() => more(reach + SHOWN)}>
          Show more ({number(text.length - reach)} characters)
        </button>
      )}
    </div>
  );
}

interface BlockProps {
  text: string;
  start: number;
  end: number;
  line: boolean;
  spans: readonly TextSpan[];
  choose: (event: string) => void;
}

const Block = memo(
  function Block({ text, start, end, line, spans, choose }: BlockProps) {
    return (
      <p class={line ? "block" : "block goes-on"}>
        <bdi>
          {segments(spans, start, end).map((s) => (
            <Stretch key={s.start} text={text.slice(s.start, s.end)} segment={s} choose={choose} />
          ))}
        </bdi>
      </p>
    );
  },
  (a, b) => a.text === b.text && a.start === b.start && a.spans.length === b.spans.length && a.spans.every((s, i) => s === b.spans[i]),
);

interface StretchProps {
  text: string;
  segment: Segment<TextSpan>;
  choose: (event: string) => void;
}

function Stretch({ text, segment, choose }: StretchProps) {
  const { over, start } = segment;
  if (!over.length) return <Pieces text={text} />;
  const lines = over.filter((s) => s.kind === "underline");
  // what begins here is the news here; what goes on keeps a stripe above it
  const roles = over.filter((s) => s.kind === "role").sort((a, b) => Number(b.start === start) - Number(a.start === start));
  const grey = over.find((s) => s.kind === "grey");
  const begun = [...new Set(roles.filter((r) => r.start === start).map((r) => r.role))];
  const [event] = lines;
  const names = ["stretch", grey && "grey", roles[0] && `role-${roles[0].role}`, roles[1] && "striped", event && "told"].filter(Boolean).join(" ");
  return (
    <>
      {grey?.start === start && (
        <span class="tag reason">
          {grey.told}: {grey.reason}
        </span>
      )}
      {begun.length > 0 && <span class={`tag role-${begun[0]}`}>{begun.join(" + ")}</span>}
      <mark
        class={names}
        style={{ ...underlineColours(lines), ...(roles[1] && { "--stripe": `var(--${roles[1].role})` }) }}
        data-role={roles.map((r) => r.role).join(" ") || undefined}
        title={grey?.reason}
        onClick={event && (() => choose(event.event))}
      >
        <Pieces text={text} />
      </mark>
    </>
  );
}

/** A colour for each level that has a line here; deeper levels than are drawn share the last. */
function underlineColours(lines: readonly Underline[]): Record<string, string> {
  return Object.fromEntries(lines.map((u) => [`--line-${Math.min(u.level, LEVELS - 1)}`, `var(--${u.group})`]));
}
