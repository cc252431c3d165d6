export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".document");
  if (unchanged(root, data)) return;

  const lines = data.lines.map((line) =>
    make(
      line.heading ? "h4" : "div",
      { class: line.quiet ? "line quiet" : "line" },
      ...makeText(line.parts),
    ),
  );
  const text = make("div", { class: "text", tabindex: 0, role: "region", "aria-label": "原文" });
  text.append(...lines);

  function go(number, behavior) {
    const line = lines[number];
    if (!line) return;
    const target = line.querySelector("mark") ?? line;
    const place = target.getBoundingClientRect().top - text.getBoundingClientRect().top;
    text.scrollTo({ top: text.scrollTop + place - text.clientHeight / 4, behavior });
  }

  function makeOutline() {
    const entries = data.outline.map((entry) =>
      make(
        "button",
        { class: `entry level${entry.level}`, type: "button", onclick: () => go(entry.line, "smooth") },
        entry.label,
      ),
    );
    const wide = root.clientWidth >= 720;
    return make(
      "details",
      { class: "outline", open: wide },
      make("summary", {}, `目录(${entries.length})`),
      make("nav", { "aria-label": "目录" }, ...entries),
    );
  }

  root.replaceChildren(...(data.outline.length ? [makeOutline()] : []), text);
  // The dialog around it grows while it opens: scroll when the text has its place.
  if (data.target >= 0) {
    requestAnimationFrame(() => go(data.target, "instant"));
    const timer = setTimeout(() => go(data.target, "instant"), 350);
    return () => clearTimeout(timer);
  }
}
