import { useState } from "preact/hooks";
import { Brief } from "./words";

export type Cell = string | number | null;

export interface Table {
  heads: readonly string[];
  rows: readonly (readonly Cell[])[];
}

const SHOWN = 200;

/** The numbers behind a chart, for whoever reads rather than looks; made when they are asked for. */
export function Behind({ table, title }: { table: () => Table; title: string }) {
  const [open, set] = useState(false);
  return (
    <details class="behind" onToggle={(e) => set(e.currentTarget.open)}>
      <summary>{title} as a table</summary>
      {open && <Numbers table={table()} title={title} />}
    </details>
  );
}

function Numbers({ table, title }: { table: Table; title: string }) {
  return (
    <div class="wide" role="region" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.heads.map((h) => (
              <th key={h} scope="col">
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, SHOWN).map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j} class={typeof cell === "number" ? "number" : undefined}>
                  {typeof cell === "string" ? <Brief text={cell} max={200} /> : (cell?.toLocaleString("en") ?? "")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows.length > SHOWN && <p>The first {SHOWN} rows; all are in the CSV.</p>}
    </div>
  );
}

/** The table as CSV. Cells that a spreadsheet would run as a formula are quoted with an apostrophe. */
export function csv(table: Table): string {
  const lines = [table.heads, ...table.rows].map((row) => row.map(csvCell).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
