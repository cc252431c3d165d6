const LONG_LINES = 24;

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".answer");
  root.open = (card) => setTriggerValue("open", card);
  const { fresh, ...content } = data;
  if (unchanged(root, content)) return;
  document.documentElement.lang = "zh-CN";

  const cards = new Map();
  const list = make("div", { class: "cards" });
  const answer = make("div", { class: "said" });

  function show(id) {
    const card = cards.get(id);
    if (!card) return;
    card.open = true;
    list.querySelectorAll(".card.shown").forEach((other) => other.classList.remove("shown"));
    // Read a layout property, so that the animation starts again for the same card.
    void card.offsetWidth;
    card.classList.add("shown");
    card.querySelector("summary").focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }

  function makeMarker(part) {
    const properties = {
      class: "marker",
      type: "button",
      title: part.hint,
      "aria-label": `依据${part.marker}:${part.hint}`,
      onclick: () => show(part.card),
    };
    return make("button", properties, String(part.marker));
  }

  function makeParts(parts) {
    const nodes = [];
    for (const part of parts) {
      const last = nodes.at(-1);
      let text = part.text;
      // A full stop stays on the line of the marker before it.
      if (text !== undefined && last?.className === "marker" && /^[,。;:、!?,.;)]/.test(text)) {
        nodes[nodes.length - 1] = make("span", { class: "together" }, last, text[0]);
        text = text.slice(1);
      }
      nodes.push(text === undefined ? makeMarker(part) : document.createTextNode(text));
    }
    return nodes;
  }

  function makeLines(lines) {
    const nodes = [];
    let items = null;
    for (const line of lines) {
      if (!line.item) {
        items = null;
        nodes.push(make("p", {}, ...makeParts(line.parts)));
        continue;
      }
      if (items === null) nodes.push((items = make("ul")));
      items.append(make("li", {}, ...makeParts(line.parts)));
    }
    return nodes;
  }

  function makeTable(table) {
    const head = table.headers.map((header) => make("th", { scope: "col" }, header));
    const rows = table.rows.map((row) =>
      make(
        "tr",
        {},
        ...row.map((parts, column) => {
          const short = parts.length === 1 && (parts[0].text ?? "").length <= 9 ? "short" : null;
          const properties = column ? { class: short } : { class: short, scope: "row" };
          return make(column ? "td" : "th", properties, ...makeParts(parts));
        }),
      ),
    );
    return make(
      "div",
      { class: "table", tabindex: 0, role: "region", "aria-label": "比较表" },
      make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows)),
    );
  }

  function makeRow(cells) {
    const rows = cells.map((cell) =>
      make(
        "tr",
        { class: cell.cited ? "cited" : null },
        make("th", { scope: "row" }, cell.header),
        make(
          "td",
          {},
          ...makeText(cell.parts),
          cell.inherited ? make("span", { class: "tag" }, "合并单元格,取自上文") : null,
          cell.doubtful ? make("span", { class: "tag" }, "原文此格位置不明") : null,
        ),
      ),
    );
    return make("div", { class: "row" }, make("table", {}, make("tbody", {}, ...rows)));
  }

  function makePassage(card) {
    const parts = makeText(card.parts);
    if (card.cut_before) parts.unshift("…");
    if (card.cut_after) parts.push("…");
    return make("blockquote", {}, ...parts);
  }

  function makeCard(card, open) {
    const node = make(
      "details",
      { class: "card", open },
      make(
        "summary",
        {},
        make("span", { class: "number" }, String(card.marker)),
        make(
          "span",
          { class: "heading" },
          make("span", { class: "title" }, card.title),
          ...card.facts.map((fact) => make("span", { class: "fact" }, fact)),
        ),
      ),
      card.path.length ? make("div", { class: "path" }, card.path.join(" › ")) : null,
      card.context.length ? make("div", { class: "path" }, card.context.join(" · ")) : null,
      card.row ? makeRow(card.row) : makePassage(card),
      card.stale
        ? make("div", { class: "note" }, "这份文档后来更新或移除了,这里是回答当时的原文。")
        : make(
            "button",
            { class: "link", type: "button", onclick: () => root.open(card.id) },
            "在原文中查看",
          ),
    );
    cards.set(card.id, node);
    return node;
  }

  async function copy(event) {
    const button = event.currentTarget;
    try {
      await navigator.clipboard.writeText(data.copy);
      button.textContent = "已复制";
    } catch {
      button.textContent = "浏览器不允许复制,请选中文字";
    }
    setTimeout(() => (button.textContent = "复制"), 2000);
  }

  // A very long answer is read from its beginning; the rest is there at a press.
  function makeLong(lines) {
    const shown = lines.length > LONG_LINES ? LONG_LINES - 4 : lines.length;
    const nodes = makeLines(lines.slice(0, shown));
    const rest = lines.slice(shown);
    if (rest.length) {
      const summary = make("summary", {}, `展开其余 ${rest.length} 段`);
      nodes.push(make("details", { class: "rest" }, summary, ...makeLines(rest)));
    }
    return nodes;
  }

  if (data.label) answer.append(make("div", { class: "label" }, data.label));
  answer.append(...makeLong(data.lines));
  if (data.table) answer.append(makeTable(data.table));
  answer.append(...makeLines(data.verdict));
  for (const note of data.notes) answer.append(make("div", { class: "note" }, note));
  if (data.copy) {
    answer.append(make("button", { class: "link copy", type: "button", onclick: copy }, "复制"));
  }

  if (data.cards.length) {
    if (data.kind !== "evidence") {
      list.append(make("div", { class: "label" }, `依据 ${data.cards.length} 处`));
    }
    list.append(...data.cards.map((card, index) => makeCard(card, index === 0)));
  }

  const sides = [answer, list].filter((side) => side.childElementCount);
  root.className = `answer ${data.kind}${sides.length < 2 ? " bare" : ""}`;
  root.replaceChildren(...sides);

  if (fresh) showBeginning(parentElement.host);

  if (data.related.length) {
    const related = make("details", { class: "related", open: data.kind !== "answer" });
    related.append(make("summary", {}, `文档里相近的内容(${data.related.length})`));
    related.append(make("p", { class: "note" }, "下面这些不是对这个问题的回答,供参考。"));
    for (const item of data.related) {
      related.append(...makeLines(item.lines), ...item.cards.map((card) => makeCard(card, false)));
    }
    root.append(related);
  }
}
