import { useMemo, useRef } from "preact/hooks";
import type { Dyad } from "../api/types";
import { Save } from "../parts/save";
import { Behind, type Table } from "../parts/table";
import { cut, labelled } from "../text/visible";
import { counted, number } from "../text/format";
import { useRoving } from "../map/rove";
import { button, type Target } from "../map/target";

const CELL = 34;
const HEAD = 118;
const MOST = 14;

interface Props {
  dyads: readonly Dyad[];
  name: (actor: string) => string;
  choose: (dyad: Dyad) => void;
}

/** Who does what to whom: actors down, recipients across, each cell's colour from hostile to friendly. */
export function Matrix({ dyads, name, choose }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const [actors, recipients] = useMemo(() => [ranked(dyads, "actor"), ranked(dyads, "recipient")], [dyads]);
  const table = (): Table => ({
    heads: ["actor", "recipient", "events", "mean PLOVER scale"],
    rows: dyads.map((d) => [name(d.actor), name(d.recipient), d.events, d.scale]),
  });
  const cells = dyads.flatMap((dyad) => {
    const [row, column] = [actors.indexOf(dyad.actor), recipients.indexOf(dyad.recipient)];
    return row < 0 || column < 0 ? [] : [{ dyad, row, column }];
  });
  const targets = cells.map(({ dyad, row, column }): Target => {
    const label = `${labelled(name(dyad.actor))} to ${labelled(name(dyad.recipient))}: ${counted(dyad.events, "event")}, scale ${scaled(dyad.scale)}`;
    const key = `${dyad.actor} ${dyad.recipient}`;
    return { key, x: column * CELL, y: row * CELL, label, pressed: false, act: () => choose(dyad) };
  });
  const roving = useRoving(targets);
  const [width, height] = [HEAD + recipients.length * CELL + 60, HEAD + actors.length * CELL + 4];
  return (
    <section class="panel matrix" aria-labelledby="matrix-title">
      <div class="panel-head">
        <h2 id="matrix-title">Matrix</h2>
        <Save chart={svg} table={table} name="dyads" />
      </div>
      <div class="wide" tabIndex={0} role="region" aria-label="Matrix of dyads">
        <svg ref={svg} width={width} height={height} role="group" aria-label="Actors down, recipients across. Arrow keys go from cell to cell, Enter opens its events." onKeyDown={roving.onKeyDown}>
          {actors.map((a, i) => (
            <text key={a} class="matrix-name" x={HEAD - 8} y={HEAD + i * CELL + CELL / 2} dy=".32em" text-anchor="end">
              {short(name(a))}
            </text>
          ))}
          {recipients.map((r, i) => (
            <text key={r} class="matrix-name" transform={`translate(${HEAD + i * CELL + CELL / 2},${HEAD - 8}) rotate(-45)`}>
              {short(name(r))}
            </text>
          ))}
          {cells.map(({ dyad }, i) => (
            <MatrixCell key={i} dyad={dyad} target={targets[i] as Target} current={roving.current} choose={roving.choose} />
          ))}
        </svg>
      </div>
      <ul class="legend" aria-label="Colours of the matrix">
        {["hostile", "rather hostile", "in between", "rather friendly", "friendly"].map((told, i) => (
          <li key={told}>
            <span class={`swatch tone-${i}`} /> {told}
          </li>
        ))}
      </ul>
      <Behind table={table} title="The dyads" />
    </section>
  );
}

interface CellProps {
  dyad: Dyad;
  target: Target;
  current: string | undefined;
  choose: (key: string) => void;
}

function MatrixCell({ dyad, target, current, choose }: CellProps) {
  return (
    <g class="cell" transform={`translate(${HEAD + target.x},${HEAD + target.y})`} {...button(target, current, choose)}>
      <title>{target.label}</title>
      <rect class={`tone-${tone(dyad.scale)}`} width={CELL - 2} height={CELL - 2} rx={3} />
      <text class={`on-tone-${tone(dyad.scale)}`} x={CELL / 2 - 1} y={CELL / 2} dy=".3em" text-anchor="middle">
        {dyad.events > 9999 ? `${Math.round(dyad.events / 1000)}k` : number(dyad.events)}
      </text>
    </g>
  );
}

/** Of five tones, the one for a mean on PLOVER's scale of -10 to 10. */
export function tone(scale: number | null): number {
  if (scale === null) return 2;
  return scale < -6 ? 0 : scale < -1.5 ? 1 : scale <= 1.5 ? 2 : scale <= 5 ? 3 : 4;
}

export function scaled(scale: number | null): string {
  return scale === null ? "unknown" : scale.toFixed(1).replace("-", "−");
}

function ranked(dyads: readonly Dyad[], side: "actor" | "recipient"): string[] {
  const sums = new Map<string, number>();
  for (const d of dyads) sums.set(d[side], (sums.get(d[side]) ?? 0) + d.events);
  return [...sums].sort((a, b) => b[1] - a[1]).slice(0, MOST).map(([name]) => name);
}

function short(name: string): string {
  const told = labelled(name);
  return told.length > 17 ? `${cut(told, 16)}…` : told;
}
