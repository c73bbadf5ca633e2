import { useState } from "preact/hooks";

interface At {
  key: string;
  x: number;
  y: number;
}

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The nearest of `all` that lies from `here` in the direction of an arrow key, within 45 degrees of it or so. */
export function towards<T extends At>(here: At, all: readonly T[], [dx, dy]: readonly [number, number]): T | null {
  let best: { to: T; cost: number } | null = null;
  for (const to of all) {
    const along = (to.x - here.x) * dx + (to.y - here.y) * dy;
    const aside = Math.abs((to.x - here.x) * dy) + Math.abs((to.y - here.y) * dx);
    if (to.key === here.key || along <= 0.5 || aside > along * 1.2 + 4) continue;
    const cost = along + aside * 2;
    if (!best || cost < best.cost) best = { to, cost };
  }
  return best?.to ?? null;
}

/** One tab stop for many things laid out in a plane; arrow keys go from one to the next in that direction. */
export function useRoving<T extends At>(all: readonly T[]) {
  const [chosen, choose] = useState<string | null>(null);
  const current = all.find((t) => t.key === chosen) ?? all[0];
  const onKeyDown = (event: KeyboardEvent) => {
    const way = WAYS[event.key];
    if (!way || !current) return;
    event.preventDefault();
    const to = towards(current, all, way);
    if (!to) return;
    choose(to.key);
    const root = event.currentTarget as Element;
    root.querySelector<SVGElement>(`[data-key="${CSS.escape(to.key)}"]`)?.focus();
  };
  return { current: current?.key, choose, onKeyDown };
}
