// The contrast of every visible text with what is behind it, as WCAG 2 defines it, lowest first;
// shadow trees included, disabled controls and icons not.
() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, bottom) => [0, 1, 2].map((i) => top[i] * top[3] + bottom[i] * (1 - top[3]));
  const parent = (node) => node.parentElement ?? node.getRootNode().host ?? null;
  const light = (c) => {
    const linear = (v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = c.map((v) => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = [];
  const look = (root) => {
    for (const node of root.querySelectorAll('*')) {
      if (node.shadowRoot) look(node.shadowRoot);
      const own = [...node.childNodes].filter((child) => child.nodeType === 3);
      const text = own.map((child) => child.textContent.trim()).join('');
      const style = getComputedStyle(node);
      const seen = { opacityProperty: true, visibilityProperty: true };
      if (!text || !node.checkVisibility(seen)) continue;
      if (node.closest('[disabled], [aria-disabled=true], [data-testid=stIconMaterial]')) continue;
      if (parseFloat(style.fontSize) === 0 || node.closest('style, script, noscript')) continue;
      const layers = [];
      let opacity = 1;
      for (let up = node; up; up = parent(up)) {
        layers.push(rgba(getComputedStyle(up).backgroundColor));
        opacity *= parseFloat(getComputedStyle(up).opacity);
      }
      let behind = [255, 255, 255];
      for (const layer of layers.reverse()) behind = over(layer, behind);
      const ink = rgba(style.color);
      ink[3] *= opacity;
      const [a, b] = [light(over(ink, behind)), light(behind)].sort((x, y) => y - x);
      found.push([(a + 0.05) / (b + 0.05), text.slice(0, 30), style.color]);
    }
  };
  look(document);
  return found.sort((x, y) => x[0] - y[0]);
}
