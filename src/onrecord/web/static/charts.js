// Draws the pictures of a page from its own JSON with Observable Plot; without it the lists below them say the same.
"use strict";
(() => {
  const MOST_ROWS = 12;
  const day = (edtf) => {
    const point = (edtf || "").replace(/[~?%]/g, "").split("/")[0].slice(0, 10);
    const found = /^\d{4}-\d{2}-\d{2}$/.test(point) ? new Date(point + "T00:00:00Z") : null;
    return found && !Number.isNaN(found.valueOf()) ? found : null;
  };
  const short = (text) => (text.length > 34 ? text.slice(0, 33) + "…" : text);

  const timeline = (page) =>
    page.brief.days.flatMap((one) =>
      one.statements.map((said) => ({
        when: day(one.on),
        row: said.speaker || "speaker not told",
        size: said.evidence.articles,
        words: `${said.speaker || "speaker not told"}: ${said.wording.words}`,
        to: `/statements/${said.statement}`,
        kind: said.wording.form === "indirect" ? "in the reporter’s words" : "quoted",
      })),
    );
  const issues = (page) =>
    page.actors[0].positions.flatMap((line) =>
      line.sayings.map((said) => ({
        when: day(said.said_on),
        row: line.line,
        size: Math.max(said.independent_origins, 1),
        words: line.line,
        to: `/statements/${said.statement}`,
        kind: line.before ? "changed line" : "line",
      })),
    );
  const CHARTS = { timeline, issues };

  // The rows with most in them, in the order in which they begin.
  const chosen = (marks) => {
    const counts = new Map();
    for (const mark of marks) counts.set(mark.row, (counts.get(mark.row) || 0) + mark.size);
    const rows = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_ROWS).map(([row]) => row);
    const shown = marks.filter((mark) => rows.includes(mark.row));
    return [...shown].sort((a, b) => a.when - b.when);
  };

  const draw = (figure, marks) => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const wide = Math.max(figure.parentElement.clientWidth, 280);
    const shown = chosen(marks);
    const rows = [...new Set(shown.map((mark) => mark.row))];
    const chart = Plot.plot({
      width: wide,
      height: rows.length * 24 + 48,
      marginLeft: Math.min(230, wide * 0.42),
      marginTop: 24,
      marginBottom: 12,
      x: { type: "utc", axis: "top", label: null, ticks: Math.max(2, Math.floor(wide / 130)), inset: 12 },
      y: { type: "point", domain: rows, label: null, tickFormat: short, tickSize: 0 },
      r: { range: [3.5, 9], domain: [1, Math.max(2, ...shown.map((mark) => mark.size))] },
      marks: [
        Plot.gridY({ stroke: colour("--rule"), strokeOpacity: 1 }),
        Plot.dot(shown, Plot.dodgeX ? {
          x: "when", y: "row", r: "size",
          fill: (mark) => (mark.kind.startsWith("q") || mark.kind.startsWith("ch") ? colour("--link") : colour("--paper")),
          stroke: colour("--link"), strokeWidth: 1.5, fillOpacity: 0.85, title: "words",
        } : {}),
      ],
    });
    // Plot brings a style sheet of its own, which the page's policy keeps out; the page's sheet has the same rules.
    chart.querySelectorAll("style").forEach((sheet) => sheet.remove());
    const picture = chart.tagName.toLowerCase() === "svg" ? chart : chart.querySelector("svg");
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", figure.getAttribute("aria-label"));
    chart.querySelectorAll("circle").forEach((dot) => {
      const mark = shown[dot.__data__];
      if (!mark) return;
      dot.setAttribute("cursor", "pointer");
      dot.addEventListener("click", () => location.assign(mark.to));
    });
    figure.replaceChildren(chart);
    figure.hidden = false;
  };

  const show = async (figure) => {
    try {
      const answer = await fetch(figure.dataset.source, { credentials: "same-origin" });
      if (!answer.ok) return;
      const marks = CHARTS[figure.dataset.chart](await answer.json()).filter((mark) => mark.when);
      if (new Set(marks.map((mark) => +mark.when)).size < 2) return; // one day makes no picture
      draw(figure, marks);
      figure.drawn = marks;
    } catch (failure) {
      console.warn("no picture:", failure); // the list below says the same
    }
  };
  const showAll = () => document.querySelectorAll("figure[data-chart]").forEach(show);

  showAll();
  document.addEventListener("htmx:after:swap", showAll);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    document.querySelectorAll("figure[data-chart]").forEach((figure) => figure.drawn && draw(figure, figure.drawn));
  });
})();
