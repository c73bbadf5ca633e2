import { byGroup } from "../groups";
import { APART, HEIGHT, type Spot } from "./cluster";
import { button, type Target } from "./target";

interface Props {
  spots: readonly Spot[];
  targets: readonly Target[];
  current: string | undefined;
  choose: (key: string) => void;
}

/** Places: side by side the shapes of the groups of events told there, larger the more there are. */
export function Spots({ spots, targets, current, choose }: Props) {
  const byKey = new Map(targets.map((t) => [t.key, t]));
  return (
    <g>
      {spots.map((spot) => {
        const target = byKey.get(`spot ${spot.key}`);
        if (!target) return null;
        const groups = byGroup(spot.types);
        return (
          <g key={spot.key} class="spot" transform={`translate(${spot.x},${spot.y})`} {...button(target, current, choose)}>
            <title>{target.label}</title>
            <rect x={-spot.width / 2} y={-HEIGHT / 2} width={spot.width} height={HEIGHT} rx={HEIGHT / 2} class="halo" />
            {groups.map(({ group, n }, i) => (
              <path
                key={group.id}
                d={group.shape}
                class={`group-${group.id}`}
                transform={`translate(${(i - (groups.length - 1) / 2) * APART},0) scale(${size(n)})`}
              />
            ))}
          </g>
        );
      })}
    </g>
  );
}

function size(n: number): number {
  return Math.min(7.5, 3.8 + Math.log10(n) * 1.2);
}
