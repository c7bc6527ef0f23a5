"""Where the button of the menu and the tools of the map stand."""

TOOL_FAULTS = """(root) => {
  const slider = root.querySelector('input[name=year]');
  const [map, title] = ['.map-area', '.title-block'].map((name) => root.querySelector(name));
  const parts = [...root.querySelectorAll('.menu-button, .tools')];
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const within = (a, b) => ({left: Math.max(a.left, b.left), right: Math.min(a.right, b.right),
    top: Math.max(a.top, b.top), bottom: Math.min(a.bottom, b.bottom)});
  const text = document.createRange();
  const faults = new Set();
  if (!parts.some((part) => part.getBoundingClientRect().width)) return ['folded'];
  for (let year = 1949; year <= 2025; year++) {
    slider.value = year;
    slider.dispatchEvent(new Event('input', {bubbles: true}));
    text.selectNodeContents(title);
    const lines = [...text.getClientRects()].map((line) => within(line, title.getBoundingClientRect()));
    const others = [...root.querySelectorAll('.first-visit, .footer, .panel, .atlas > .key')];
    for (const part of parts) {
      const at = part.getBoundingClientRect();
      const fault = (what) => faults.add(`${part.className} ${what}`);
      if (meet(at, map.getBoundingClientRect())) fault('over the map');
      if (at.left < 0 || at.right > innerWidth || at.top < 0 || at.bottom > innerHeight) fault('out of sight');
      if (lines.some((line) => meet(at, line))) fault(`over words of ${year}`);
      for (const other of [...others, ...parts.filter((each) => each !== part)])
        if (meet(at, other.getBoundingClientRect())) fault(`over ${other.className}`);
    }
  }
  return [...faults];
}"""
"""What is wrong with where the button of the menu and the tools stand, in any year; "folded" where there are none."""
