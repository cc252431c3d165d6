// Shared by the page's components. Everything that comes from documents, questions, file names or
// models becomes a text node; markup is never parsed from it.
function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "onclick") node.addEventListener("click", value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

function makeText(parts) {
  return parts.map((part) =>
    part.mark ? make("mark", {}, part.text) : document.createTextNode(part.text),
  );
}

// A new answer is read from its beginning, also where it is taller than the window. The page keeps
// itself at its end while it grows (a chart, what to ask next), so it is said until all is there, or
// until the reader scrolls.
function showBeginning(host) {
  const messages = [...document.querySelectorAll("[data-testid=stChatMessage]")];
  const own = messages.indexOf(host?.closest("[data-testid=stChatMessage]"));
  const target = messages[Math.max(own - 1, 0)];
  if (own < 0 || !target) return;
  target.style.scrollMarginTop = "4rem";
  const timers = [250, 700, 1200, 2000].map((delay) =>
    setTimeout(() => target.scrollIntoView({ block: "start", behavior: "instant" }), delay),
  );
  const stop = () => timers.forEach(clearTimeout);
  for (const event of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    window.addEventListener(event, stop, { once: true, passive: true });
  }
}

// A rerun of the page hands the same data over again: what is shown then stays as it is, with the
// cards that were opened and the places scrolled to.
const shown = new WeakMap();
function unchanged(root, data) {
  const now = JSON.stringify(data);
  if (shown.get(root) === now) return true;
  shown.set(root, now);
  return false;
}
