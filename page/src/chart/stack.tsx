import { byGroup } from "../groups";
import type { ByType } from "../api/types";

interface Props {
  types: ByType;
  x: number;
  width: number;
  /** From a count to a height, from the base line up. */
  y: (n: number) => number;
}

/** One bar of a stack: the groups of types above one another, violence at the base. */
export function Stack({ types, x, width, y }: Props) {
  let below = 0;
  return (
    <>
      {byGroup(types).map(({ group, n }) => {
        const [from, to] = [y(below), y(below + n)];
        below += n;
        return <rect key={group.id} class={`group-${group.id}`} x={x} width={width} y={to} height={from - to} />;
      })}
    </>
  );
}

export function sum(types: ByType): number {
  return Object.values(types).reduce((all, n) => all + n, 0);
}
