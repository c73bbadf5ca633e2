import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** The width of an element, as it changes. */
export function useWidth(of: RefObject<Element | null>): number {
  const [width, set] = useState(0);
  useEffect(() => {
    if (!of.current) return;
    const observer = new ResizeObserver(([entry]) => entry && set(Math.round(entry.contentRect.width)));
    observer.observe(of.current);
    return () => observer.disconnect();
  }, [of]);
  return width;
}
