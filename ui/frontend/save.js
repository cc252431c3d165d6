// Streamlit draws the picture itself, behind a button of its chart's toolbar that shows on hover only.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".save");
  if (unchanged(root, data)) return;
  const save = () =>
    parentElement.host
      .closest("[data-testid=stVerticalBlock]")
      .querySelector("[aria-label='Download as PNG']")
      ?.click();
  root.replaceChildren(make("button", { class: "link", type: "button", onclick: save }, "下载图(PNG)"));
}
