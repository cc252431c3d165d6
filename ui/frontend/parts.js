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

// A rerun of the page hands the same data over again: what is shown then stays as it is, with the
// cards that were opened and the places scrolled to.
const shown = new WeakMap();
function unchanged(root, data) {
  const now = JSON.stringify(data);
  if (shown.get(root) === now) return true;
  shown.set(root, now);
  return false;
}
