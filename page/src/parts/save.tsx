import type { RefObject } from "preact";
import { say } from "../state/live";
import { csv, type Table } from "./table";

interface Props {
  chart: RefObject<SVGSVGElement | null>;
  table: () => Table;
  name: string;
}

/** Buttons that save a chart as SVG, PNG or CSV. */
export function Save({ chart, table, name }: Props) {
  const saveSvg = () => chart.current && hand(svgBlob(chart.current), `${name}.svg`);
  const savePng = async () => {
    if (!chart.current) return;
    const blob = await pngBlob(chart.current);
    if (blob) hand(blob, `${name}.png`);
    else say("This browser could not draw the image");
  };
  const saveCsv = () => hand(new Blob([csv(table())], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
  return (
    <span class="save" role="group" aria-label={`Save the ${name}`}>
      <button type="button" onClick={saveSvg}>SVG</button>
      <button type="button" onClick={savePng}>PNG</button>
      <button type="button" onClick={saveCsv}>CSV</button>
    </span>
  );
}

function hand(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  say(`${name} saved`);
}

const KEPT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "vector-effect", "display"];

/** The drawing by itself: what the style sheets say is written into it, on the page's own background. */
function svgBlob(svg: SVGSVGElement): Blob {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const { width, height } = svg.getBoundingClientRect();
  const [from, to] = [[...svg.querySelectorAll("*")], [...copy.querySelectorAll("*")]];
  from.forEach((element, i) => settle(element, to[i] as Element));
  for (const helper of copy.querySelectorAll("[data-helper]")) helper.remove();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  if (!copy.hasAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
}

function settle(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of KEPT) to.setAttribute(name, style.getPropertyValue(name));
  for (const name of ["class", "style", "tabindex"]) to.removeAttribute(name);
}

async function pngBlob(svg: SVGSVGElement): Promise<Blob | null> {
  const { width, height } = svg.getBoundingClientRect();
  const address = URL.createObjectURL(svgBlob(svg));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width * 2, height * 2];
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done, "image/png"));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}
