// A filtered timeline, whose parts are swapped: where the reader is afterwards, and what stands in the address.
(() => {
  "use strict"

  // Another page is read from its top. Whatever else took the focus away with it leaves it with the timeline.
  document.addEventListener("htmx:afterSettle", ({detail}) => {
    const isTurned = detail.requestConfig?.elt?.closest(".turn")
    const here = document.querySelector(isTurned ? ".rule" : "#timeline")
    if (!here || !isTurned && document.activeElement !== document.body) return
    here.setAttribute("tabindex", "-1")
    here.focus({preventScroll: true})
    if (isTurned) here.scrollIntoView()
  })

  // A field left empty says nothing, and has no place in the address.
  document.addEventListener("formdata", ({formData}) => {
    for (const [name, value] of [...formData]) if (!value) formData.delete(name)
    if ([...formData.keys()].every(name => ["order", "view", "lanes"].includes(name))) formData.set("filter", "")
  })
})()
