// Once the page stands and a figure comes into view, a chart takes the place of the drawing: it says what the table under
// it says. Without this, or without the library, the drawing stays. Paper always shows the drawing.
"use strict";

const own = document.currentScript;
const figures = [...document.querySelectorAll("figure[data-chart]")].filter((each) => each.querySelector(".chart__own"));
const drawn = [];

function token(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function rows(figure) {
  return [...figure.querySelectorAll("tbody tr")].map((row) => ({
    name: row.querySelector("th").textContent,
    said: [...row.querySelectorAll("td")].map((cell) => cell.textContent),
    before: Number(row.dataset.before),
    after: Number(row.dataset.after),
    noted: "noted" in row.dataset,
  }));
}

const NARROW = 420; // below this, names stand above their figures
const dashes = [4, 3];
const lineOf = (width) => (width < NARROW ? 76 : 52);
const plain = () => ({ color: token("--ink-2"), fontSize: 16, fontFamily: token("--hei") });
const none = { show: false };

function bars(held, width) {
  const label = { ...plain(), inside: true, margin: 0, verticalAlign: "bottom" };
  const narrow = width < NARROW;
  const above = (pixels, left) => ({ padding: [0, 0, pixels, left] });
  const side = { type: "category", inverse: true, axisTick: none };
  const bar = { type: "bar", stack: "minutes", barWidth: 16, cursor: "default" };
  const freed = { color: "transparent", borderColor: token("--accent"), borderWidth: 1.5, borderType: dashes };
  const heavy = { b: { fontWeight: 700, fontSize: 16, fontFamily: token("--hei"), color: token("--ink") } };
  const figuresAt = (each) => `${each.said[0]} → {b|${each.said[1]}}`;
  return {
    grid: { left: 1, right: 1, top: narrow ? 24 : 12, bottom: narrow ? -12 : -6 },
    xAxis: { type: "value", min: 0, max: Math.max(...held.map((each) => each.before)) || 1, show: false },
    yAxis: [
      { ...side, data: held.map((each) => each.name), axisLine: { lineStyle: { color: token("--edge") } },
        axisLabel: { ...label, ...above(narrow ? 35 : 11, 5), align: "left", color: token("--ink"),
          width: narrow ? width - 5 : width - 210, overflow: "truncate" } },
      { ...side, position: "right", data: held.map(figuresAt), axisLine: none,
        axisLabel: { ...label, ...above(11, 0), align: "right", rich: heavy } },
    ],
    series: [
      { ...bar, data: held.map((each) => each.after), itemStyle: { color: token("--ink") } },
      { ...bar, data: held.map((each) => each.before - each.after), itemStyle: freed },
      { type: "bar", yAxisIndex: 1, data: [], silent: true },
    ],
  };
}

function course(held, width) {
  const all = width > 90 * held.length;
  const ends = (at) => all || at === 0 || at === held.length - 1;
  const short = (name) => (all ? name.replace(/^\d+ 年 /, "") : name);
  const side = (at) => (at === 0 ? "left" : at === held.length - 1 ? "right" : "center");
  const label = (each, at) => ({
    ...plain(), show: ends(at), formatter: each.said[1], color: token("--ink"), distance: 8, position: "top", align: side(at),
  });
  return {
    grid: { left: 8, right: 8, top: 32, bottom: 30 },
    xAxis: { type: "category", boundaryGap: false, data: held.map((each) => each.name), axisTick: none,
      axisLine: { lineStyle: { color: token("--edge") } },
      axisLabel: { ...plain(), interval: 0, formatter: (name, at) => (ends(at) ? short(name) : ""),
        alignMinLabel: "left", alignMaxLabel: "right" } },
    yAxis: { type: "value", min: 0, show: false },
    series: [
      { type: "line", data: held.map((each) => each.before), symbol: "none", silent: true,
        lineStyle: { color: token("--accent"), width: 1.5, type: dashes } },
      { type: "line", symbol: "circle", symbolSize: 10, cursor: "default",
        lineStyle: { color: token("--ink"), width: 2.5 }, areaStyle: { color: token("--sunk"), opacity: 1 },
        data: held.map((each, at) => ({ value: each.after, label: label(each, at), emphasis: { label: { show: true } },
          itemStyle: { color: token(each.noted ? "--ink" : "--sheet"), borderColor: token("--ink"), borderWidth: 2.5 } })) },
    ],
  };
}

function draw({ chart, figure, place }) {
  const held = rows(figure);
  const kind = figure.dataset.chart;
  const height = kind === "bars" ? lineOf(place.clientWidth) * held.length : 220;
  place.style.height = `${height}px`;
  chart.resize();
  chart.setOption({ animation: false, textStyle: plain(), ...(kind === "bars" ? bars : course)(held, place.clientWidth) }, true);
}

function begin(figure) {
  const place = document.createElement("div");
  place.className = "chart__lib";
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", `${figure.querySelector(".fig__t").textContent}${own.dataset.same}`);
  figure.querySelector(".chart__own").after(place);
  figure.classList.add("chart--lib");
  const now = document.createElement("p");
  now.className = "chart__now src";
  now.setAttribute("aria-hidden", "true");
  place.after(now);
  const one = { chart: window.echarts.init(place, null, { renderer: "canvas" }), figure, place };
  one.chart.on("mouseover", (over) => {
    const each = rows(figure)[over.dataIndex];
    const [was, left] = [...figure.querySelectorAll("thead .num")].map((head) => head.textContent);
    now.textContent = each ? `${each.name}　${was} ${each.said[0]}　${left} ${each.said[1]}` : "";
  });
  drawn.push(one);
  draw(one);
  new ResizeObserver(() => draw(one)).observe(figure);
}

function fetched() {
  fetched.once = fetched.once || new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = own.dataset.library;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  return fetched.once;
}

function watch() {
  const eye = new IntersectionObserver((seen) => seen.filter((each) => each.isIntersecting).forEach((each) => {
    eye.unobserve(each.target);
    fetched().then(() => begin(each.target), () => {});
  }));
  figures.forEach((each) => eye.observe(each));
}

const again = () => drawn.forEach(draw);
if (!(navigator.connection && navigator.connection.saveData) && "ResizeObserver" in window) {
  if (document.readyState === "complete") watch();
  else window.addEventListener("load", () => setTimeout(watch));
  for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) matchMedia(query).addEventListener("change", again);
  new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
}
