import type { RefObject } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { select } from "d3-selection";
import { zoom, zoomIdentity, type ZoomTransform } from "d3-zoom";

export interface Zoom {
  transform: ZoomTransform;
  by: (factor: number) => void;
  to: (x: number, y: number, k: number) => void;
  reset: () => void;
  /** As close as all of these points allow. */
  fit: (points: readonly [number, number][]) => void;
}

/**
 * Zoom and pan that leave the page's own scrolling alone: the wheel zooms with Ctrl or while the map has the focus,
 * and on a touch screen it takes two fingers.
 */
export function useZoom(svg: RefObject<SVGSVGElement | null>, width: number, height: number): Zoom {
  const [transform, set] = useState(zoomIdentity);
  const behaviour = useRef(zoom<SVGSVGElement, unknown>().scaleExtent([1, 24]));
  useEffect(() => {
    const element = svg.current;
    if (!element || !width) return;
    const box: [[number, number], [number, number]] = [
      [0, 0],
      [width, height],
    ];
    behaviour.current
      .extent(box)
      .translateExtent(box)
      .filter((event: Event) => meant(event, element))
      .on("zoom", (event: { transform: ZoomTransform }) => set(event.transform));
    select(element).call(behaviour.current).on("dblclick.zoom", null).style("touch-action", "pan-y");
  }, [svg, width, height]);
  const act = useCallback(
    (what: (z: typeof behaviour.current, s: ReturnType<typeof select<SVGSVGElement, unknown>>) => void) => {
      if (svg.current) what(behaviour.current, select<SVGSVGElement, unknown>(svg.current));
    },
    [svg],
  );
  const to = (x: number, y: number, k: number) =>
    act((z, s) => s.call(z.transform, zoomIdentity.translate(width / 2 - x * k, height / 2 - y * k).scale(k)));
  const fit = (points: readonly [number, number][]) => {
    if (!points.length) return;
    const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])];
    const [left, right, top, bottom] = [least(xs), -least(xs.map((x) => -x)), least(ys), -least(ys.map((y) => -y))];
    const k = Math.min((0.8 * width) / (right - left + 1), (0.8 * height) / (bottom - top + 1), 12);
    to((left + right) / 2, (top + bottom) / 2, Math.max(k, 1));
  };
  return {
    transform,
    by: (factor) => act((z, s) => s.call(z.scaleBy, factor)),
    to,
    fit,
    reset: () => act((z, s) => s.call(z.transform, zoomIdentity)),
  };
}

function meant(event: Event, element: Element): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey || element.contains(document.activeElement);
  if (window.TouchEvent && event instanceof TouchEvent) return event.touches.length > 1;
  return event instanceof MouseEvent && event.button === 0;
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Infinity);
}
