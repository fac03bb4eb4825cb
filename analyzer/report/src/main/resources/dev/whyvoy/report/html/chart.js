"use strict";
// Draws failures over time. Its numbers come from attributes of the figure and of its legend.
(() => {
  const figure = document.getElementById("chart");
  if (!figure || typeof uPlot === "undefined") return;
  const plot = document.getElementById("plot");
  const readout = document.getElementById("readout");
  const numbers = (text) => (text ? text.split(" ").map(Number) : []);
  const width = Number(figure.dataset.width) / 1000;
  const start = Number(figure.dataset.start) / 1000;
  const requests = numbers(figure.dataset.requests);
  const bands = [...document.querySelectorAll("#legend li")].map((item) => ({
    item,
    code: item.dataset.code,
    counts: numbers(item.dataset.counts),
    on: true,
  }));
  const times = bands[0].counts.map((_, i) => start + i * width);
  const two = (n) => String(n).padStart(2, "0");
  const clock = (t) => {
    const d = new Date(t * 1000);
    const seconds = width < 60 ? ":" + two(d.getUTCSeconds()) : "";
    return two(d.getUTCHours()) + ":" + two(d.getUTCMinutes()) + seconds;
  };
  const day = (t) => new Date(t * 1000).toISOString().slice(5, 10);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const fill = (band) => getComputedStyle(band.item.querySelector("rect")).fill;
  const whole = new Intl.NumberFormat("en-US");

  // Height of each band with all below it; what is switched off has none.
  const stacked = () => {
    const below = times.map(() => 0);
    return bands.map((band) => {
      if (band.on) band.counts.forEach((n, i) => (below[i] += n));
      return [...below];
    });
  };
  let tops;
  const data = () => {
    tops = stacked();
    // The highest first: each is painted over by those below it.
    return [times, ...[...tops].reverse()];
  };

  const at = (u) => {
    const i = Math.floor((u.posToVal(u.cursor.left, "x") - start) / width);
    return u.cursor.left >= 0 && i >= 0 && i < times.length ? i : -1;
  };
  const say = (u) => {
    const i = at(u);
    bands.forEach((band) => {
      band.sum.textContent = whole.format(i < 0 ? band.total : band.counts[i]);
    });
    if (i < 0) {
      readout.firstChild.textContent = "The whole time";
      return;
    }
    const failed = bands.reduce((sum, band) => sum + band.counts[i], 0);
    readout.firstChild.textContent =
      `${day(times[i])} ${clock(times[i])}\u2013${clock(times[i] + width)}: ` +
      whole.format(failed) + (requests.length ? ` of ${whole.format(requests[i])} failed` : " failed");
  };
  const find = (u) => {
    const i = at(u);
    const height = u.posToVal(u.cursor.top, "y");
    const k = i < 0 ? -1 : tops.findIndex((top, b) => bands[b].on && height <= top[i]);
    const code = k < 0 ? "" : bands[k].code;
    document.dispatchEvent(new CustomEvent("whyvoy:filter", { detail: code }));
  };

  let chart;
  const draw = () => {
    const kept = chart && zoomed() ? [chart.scales.x.min, chart.scales.x.max] : null;
    if (chart) chart.destroy();
    const axis = {
      stroke: colour("--quiet"),
      grid: { stroke: colour("--line"), width: 1 },
      ticks: { show: false },
      font: "12px system-ui, sans-serif",
    };
    chart = new uPlot(
      {
        width: figure.clientWidth,
        height: figure.clientWidth < 500 ? 190 : 260,
        legend: { show: false },
        cursor: { y: false, points: { show: false }, drag: { x: true, y: false } },
        scales: {
          x: { time: true, range: (u, min, max) => [min, max] },
          y: { range: (u, min, max) => [0, Math.max(1, max * 1.04)] },
        },
        axes: [
          {
            ...axis,
            grid: { show: false },
            space: 64,
            values: (u, splits, index, space, step) =>
              splits.map((t, i) => {
                const date = i === 0 || day(t) !== day(splits[i - 1]) ? day(t) : "";
                return step >= 86400 ? day(t) : date ? clock(t) + "\n" + date : clock(t);
              }),
          },
          {
            ...axis,
            size: 56,
            values: (u, splits) => splits.map((n) => (Number.isInteger(n) ? whole.format(n) : "")),
          },
        ],
        tzDate: (t) => uPlot.tzDate(new Date(t * 1000), "Etc/UTC"),
        series: [
          {},
          ...[...bands].reverse().map((band) => ({
            fill: fill(band),
            width: 0,
            points: { show: false },
            paths: uPlot.paths.bars({ size: [1, Infinity], align: 1, gap: times.length > 120 ? 0 : 1 }),
          })),
        ],
        hooks: { setCursor: [say], setScale: [() => (reset.hidden = !zoomed())] },
      },
      data(),
      plot,
    );
    if (times.length) {
      const [min, max] = kept || [start, start + times.length * width];
      chart.setScale("x", { min, max });
    }
    let down;
    chart.over.addEventListener("mousedown", (event) => (down = event.clientX));
    chart.over.addEventListener("click", (event) => {
      if (Math.abs(event.clientX - down) < 3) find(chart);
    });
    chart.over.addEventListener("dblclick", unzoom);
  };
  const zoomed = () =>
    chart.scales.x.min > start + 1e-6 || chart.scales.x.max < start + times.length * width - 1e-6;
  const unzoom = () => chart.setScale("x", { min: start, max: start + times.length * width });

  const reset = document.createElement("button");
  reset.type = "button";
  reset.textContent = "Show the whole time";
  reset.hidden = true;
  reset.addEventListener("click", unzoom);
  readout.append(document.createElement("span"), reset);

  bands.forEach((band) => {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-pressed", "true");
    button.append(...band.item.childNodes);
    band.item.append(button);
    band.sum = button.querySelector("b");
    band.total = band.counts.reduce((sum, n) => sum + n, 0);
    button.addEventListener("click", () => {
      band.on = !band.on;
      button.setAttribute("aria-pressed", String(band.on));
      chart.setData(data(), false);
      chart.redraw(true);
      chart.setScale("x", { min: chart.scales.x.min, max: chart.scales.x.max });
    });
  });
  figure.classList.add("drawn");
  draw();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  let last = figure.clientWidth;
  new ResizeObserver(() => {
    if (figure.clientWidth !== last && figure.clientWidth > 0) {
      last = figure.clientWidth;
      draw();
    }
  }).observe(figure);
})();
