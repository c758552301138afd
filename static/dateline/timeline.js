// A timeline by pointer and keys. Everything here is there without it, too: links, forms, the list itself.
(() => {
  "use strict"

  const $ = (selector, root = document) => root.querySelector(selector)
  const strip = () => $(".overview .strip")
  const isTyping = target => target.closest("input, textarea, select, [contenteditable]")

  // --- A mark and its entry point at each other ---

  const idOf = target => {
    const found = target instanceof Element && target.closest("[data-event], .entry")
    return found ? found.dataset.event || found.id.slice(2) : ""
  }
  const light = (id, on) => {
    if (!id) return
    for (const one of document.querySelectorAll(`[data-event="${id}"], #e-${id}`)) one.classList.toggle("lit", on)
  }
  for (const [name, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]])
    document.addEventListener(name, event => light(idOf(event.target), on))

  // --- Keys ---

  // By what is drawn, not by where it is on the screen: to ask for that lays the whole page out before its first paint.
  const placeOf = mark => {
    const shape = $("circle, rect", mark)
    return parseFloat(shape.getAttribute("cx") ?? shape.getAttribute("x"))
  }
  const marks = () => [...strip()?.querySelectorAll(".mark") ?? []]
    .map(mark => [placeOf(mark), mark]).sort((a, b) => a[0] - b[0]).map(pair => pair[1])
  const step = (all, here, by) => all[Math.min(Math.max(all.indexOf(here) + by, 0), all.length - 1)]

  // One mark is reached by the tab key, the others from it by the arrows.
  const prepare = () => marks()[0]?.setAttribute("tabindex", "0")
  const onStrip = event => {
    const by = {ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity}[event.key]
    const mark = by && event.target.closest(".mark")
    if (mark) {
      event.preventDefault()
      const next = step(marks(), mark, by)
      mark.setAttribute("tabindex", "-1")
      next.setAttribute("tabindex", "0")
      next.focus()
    }
    way({"+": "in", "-": "out"}[event.key])?.click()
  }

  // j and k go from entry to entry: from the one that has the focus or was led to, else from the first in view.
  const inView = one => {
    const box = one?.getBoundingClientRect()
    return box && box.bottom > 0 && box.top < innerHeight ? one : null
  }
  const toEntry = by => {
    const all = [...document.querySelectorAll(".entry")]
    const focused = document.activeElement.closest(".entry") ?? inView($(".entry:target"))
    const seen = all.findIndex(one => one.getBoundingClientRect().bottom > 40)
    const next = focused ? step(all, focused, by) : all[by > 0 ? Math.max(seen, 0) : Math.max(seen - 1, 0)]
    if (!next) return
    $("h3 a", next)?.focus({preventScroll: true})
    next.scrollIntoView({block: "start"})
  }
  const keys = {
    j: () => toEntry(1),
    k: () => toEntry(-1),
    "/": () => $("#q") ? $("#q").focus() : $("[data-filter]") && location.assign("?filter#q"),
    "?": () => $("#keys")?.showModal(),
  }
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.target.closest(".overview")) onStrip(event)
    if (keys[event.key] && !$("#keys")?.open) {
      event.preventDefault()
      keys[event.key]()
    }
  })

  // --- Another period: by the links, by the wheel with Ctrl (a pinch on a touchpad), by drawing over the strip,
  // --- by touch ---

  const way = name => $(`.zoom [data-zoom="${name}"]`)
  const go = (...places) => {
    const [first, last] = places.map(dayAt)
    if (!first || !last) return
    const to = new URL(location.href)
    for (const name of ["after", "at", "before", "when"]) to.searchParams.delete(name)
    to.searchParams.set("from", first)
    to.searchParams.set("to", last)
    to.hash = ""
    const link = Object.assign(document.createElement("a"), {href: to, hidden: true})
    $(".overview").append(link)
    window.htmx?.process(link)
    link.click()
  }

  // The inverse of the scale that the strip was drawn to: percent to a day. Beyond the strip, time goes on evenly.
  const dayAt = percent => {
    const pieces = strip().dataset.pieces.split(";").map(piece => piece.split(",").map(Number))
    const [first, last] = [pieces[0], pieces[pieces.length - 1]]
    let seconds = percent <= first[2] ? first[0] : last[1]
    if (percent < 0 || percent > 100) seconds += (percent < 0 ? percent : percent - 100) / 100 * (last[1] - first[0])
    pieces.forEach(([start, end, left, right], number) => {
      const before = pieces[number - 1]
      if (percent >= left && percent <= right) seconds = start + (percent - left) / (right - left) * (end - start)
      else if (before && percent > before[3] && percent < left)
        seconds = before[1] + (percent - before[3]) / (left - before[3]) * (start - before[1])
    })
    const day = new Date(Math.floor(seconds) * 1000)
    return isNaN(day) ? "" : day.toISOString().slice(0, day.getUTCFullYear() < 0 || day.getUTCFullYear() > 9999 ? 0 : 10)
  }
  const percentAt = (event, box = strip().getBoundingClientRect()) => {
    return Math.min(Math.max((event.clientX - box.left) / box.width * 100, 0), 100)
  }

  let brush = null
  document.addEventListener("pointerdown", event => {
    // Where the page has no other period to show, there is none to draw.
    if (event.button || !event.target.closest?.(".strip") || event.pointerType === "touch" || !$(".zoom")) return
    brush = {from: percentAt(event), to: percentAt(event), shape: null}
  })
  document.addEventListener("pointermove", event => {
    if (!brush) return
    brush.to = percentAt(event)
    const [left, right] = [brush.from, brush.to].sort((a, b) => a - b)
    if (!brush.shape && right - left < 1) return
    if (!brush.shape) {
      brush.shape = document.createElementNS("http://www.w3.org/2000/svg", "rect")
      brush.shape.setAttribute("class", "brush")
      brush.shape.setAttribute("height", "100%")
      strip().prepend(brush.shape)
    }
    brush.shape.setAttribute("x", `${left}%`)
    brush.shape.setAttribute("width", `${right - left}%`)
    event.preventDefault()
  })
  document.addEventListener("pointerup", () => {
    const drawn = brush
    brush = null
    if (!drawn?.shape) return
    const places = [drawn.from, drawn.to].sort((a, b) => a - b)
    drawn.shape.remove()
    document.addEventListener("click", event => event.isTrusted && event.preventDefault(), {capture: true, once: true})
    setTimeout(() => go(...places))
  })
  // A finger is broader than a mark: it means the nearest one.
  document.addEventListener("click", event => {
    if (event.pointerType !== "touch" || !event.target.closest?.(".strip") || event.target.closest("a")) return
    const away = mark => {
      const {x, y, width, height} = mark.getBoundingClientRect()
      return Math.hypot(event.x - x - width / 2, event.y - y - height / 2)
    }
    const nearest = marks().sort((a, b) => away(a) - away(b))[0]
    if (nearest && away(nearest) < 20) location = nearest.href.baseVal
  })
  document.addEventListener("dragstart", event => event.target.closest?.(".strip") && event.preventDefault())

  // Two fingers stretch and move what is shown, one moves it. Up and down is the page's, and so is everything while
  // the page itself is magnified.
  const fingers = new Map()
  let lying = null  // where the strip lay before it was moved
  const isStill = matchMedia("(prefers-reduced-motion: reduce)")
  const isMagnified = () => (window.visualViewport?.scale ?? 1) > 1.01
  const takeTouch = () => document.documentElement.classList.toggle("by-touch", !!$(".zoom") && !isMagnified())
  const held = () => {
    const [one, other] = fingers.values()
    const apart = other ? Math.abs(other.from - one.from) : 0
    const by = apart < 2 ? 1 : Math.min(Math.max(Math.abs(other.to - one.to) / apart, 0.1), 10)
    const [from, to] = other ? [(one.from + other.from) / 2, (one.to + other.to) / 2] : [one.from, one.to]
    return {by, left: from - to / by, right: from + (100 - to) / by}
  }
  const letGo = () => {
    fingers.clear()
    $(".overview.held")?.classList.remove("held")
    if (strip()) strip().style.transform = ""
  }
  document.addEventListener("pointerdown", event => {
    if (event.pointerType !== "touch" || !event.target.closest?.(".strip") || !$(".by-touch") || fingers.size > 1) return
    for (const finger of fingers.values()) finger.from = finger.to
    if (!fingers.size) lying = strip().getBoundingClientRect()
    fingers.set(event.pointerId, {from: percentAt(event, lying), to: percentAt(event, lying)})
  })
  document.addEventListener("pointermove", event => {
    const finger = fingers.get(event.pointerId)
    if (!finger) return
    finger.to = percentAt(event, lying)
    if (isStill.matches) return
    const {by, left} = held()
    event.target.closest(".overview")?.classList.add("held")
    strip().style.transform = `translateX(${-left * by}%) scaleX(${by})`
  })
  document.addEventListener("pointerup", event => {
    if (!fingers.has(event.pointerId)) return
    let {by, left, right} = held()
    letGo()
    if (Math.abs(by - 1) < 0.1 && Math.abs(left) < 5) return
    if (!way("out")) {  // all there is is shown: it can only be stretched
      if (by <= 1) return
      [left, right] = [Math.max(left, 0), Math.min(right, 100)]
    }
    go(left, right)
  })
  document.addEventListener("pointercancel", event => fingers.has(event.pointerId) && letGo())
  window.visualViewport?.addEventListener("resize", takeTouch)

  let turned = 0
  document.addEventListener("wheel", event => {
    if (!event.target.closest?.(".strip") || !event.ctrlKey) return
    event.preventDefault()
    turned += event.deltaY
    if (Math.abs(turned) < 60) return
    const [by, here] = [turned < 0 ? 0.5 : 2, percentAt(event)]
    turned = 0
    // What is pointed at stays where it is.
    if (way(by < 1 ? "in" : "out")) go(here - here * by, here + (100 - here) * by)
  }, {passive: false})

  // --- On paper ---

  // Only the reader's clock knows the day: the page itself may have been kept since another one.
  const day = () => new Date().toLocaleDateString("sv") // as 2026-11-22, which reads the same in every language
  const printed = document.createElement("time")
  addEventListener("beforeprint", () => {
    printed.textContent = ` (${day()})`
    $("footer .printed")?.append(printed)
  })

  const begin = () => {
    prepare()
    takeTouch()
  }
  begin()
  document.addEventListener("htmx:afterSettle", begin)
})()
