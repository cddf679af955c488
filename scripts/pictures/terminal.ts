import Anser, { type AnserJsonEntry } from "anser";

const letter = { width: 8.4, height: 19 };
const padding = 16;
const bar = 34;

/** Draws a terminal that shows the text, as SVG. ANSI escape sequences in the text set the colors. */
export function terminalPicture(title: string, text: string): string {
  const lines = text.trimEnd().split("\n");
  const columns = Math.max(...lines.map((line) => Anser.ansiToText(line).length));
  const width = Math.ceil(columns * letter.width + 2 * padding);
  const height = Math.ceil(lines.length * letter.height + padding + bar);
  const shown = lines.map((line, index) => `  ${textOf(line, bar + (index + 0.75) * letter.height)}\n`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
  <title>${escaped(title)}</title>
  <rect width="100%" height="100%" rx="8" fill="#1e2127"/>
  <g fill="#5c6370">${[18, 36, 54].map((x) => `<circle cx="${x}" cy="17" r="5"/>`).join("")}</g>
  <g fill="#d7dae0" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">
  <text x="50%" y="21" text-anchor="middle" font-size="12" fill="#9da5b4">${escaped(title)}</text>
${shown.join("")}  </g>
</svg>
`;
}

// Sets the position and width of each piece of text, so that columns are aligned in every font.
function textOf(line: string, y: number): string {
  let column = 0;
  const pieces = Anser.ansiToJson(line, { use_classes: true, remove_empty: true }).map((piece) => {
    const x = padding + column * letter.width;
    column += piece.content.length;
    const length = piece.content.length * letter.width;
    return `<tspan x="${x.toFixed(1)}" textLength="${length.toFixed(1)}"${styleOf(piece)}>${escaped(piece.content)}</tspan>`;
  });
  return `<text y="${y.toFixed(2)}">${pieces.join("")}</text>`;
}

const colors: Readonly<Record<string, string>> = {
  "ansi-red": "#e06c75",
  "ansi-bright-red": "#e06c75",
  "ansi-green": "#98c379",
  "ansi-bright-green": "#98c379",
  "ansi-yellow": "#e5c07b",
  "ansi-bright-yellow": "#e5c07b",
  "ansi-blue": "#61afef",
  "ansi-bright-blue": "#61afef",
  "ansi-magenta": "#c678dd",
  "ansi-bright-magenta": "#c678dd",
  "ansi-cyan": "#56b6c2",
  "ansi-bright-cyan": "#56b6c2",
  "ansi-bright-black": "#7f848e",
};

function styleOf({ fg, decorations }: AnserJsonEntry): string {
  const color = colors[fg];
  const fill = color === undefined ? "" : ` fill="${color}"`;
  return fill + (decorations.includes("bold") ? ' font-weight="bold"' : "");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
