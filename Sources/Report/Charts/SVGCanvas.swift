import Values

/// Collects the elements of one SVG file; coordinates in pixels with at most one decimal.
struct SVGCanvas {
  let width: Double
  private(set) var height: Double = 0
  private var body = ""
  private let fonts: String

  enum Anchor: String {
    case start, middle, end
  }

  init(width: Double, language: Language) {
    self.width = width
    let latin = "Arial, Helvetica, 'Liberation Sans'"
    let chinese =
      "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC'"
    fonts =
      language == .english
      ? "\(latin), \(chinese), sans-serif" : "\(chinese), \(latin), sans-serif"
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: Colour, stroke: Colour? = nil,
    title: String? = nil
  ) {
    let border = stroke.map { " stroke=\"\($0.hex)\"" } ?? ""
    element(
      "rect",
      "x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(max(width, 0)))\""
        + " height=\"\(number(max(height, 0)))\" fill=\"\(fill.hex)\"\(border)", title: title)
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: Colour, width: Double = 1,
    dashed: Bool = false
  ) {
    element(
      "line",
      "x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\""
        + " stroke=\"\(colour.hex)\" stroke-width=\"\(number(width))\""
        + (dashed ? " stroke-dasharray=\"5 4\"" : ""))
  }

  mutating func circle(x: Double, y: Double, radius: Double, fill: Colour, title: String? = nil) {
    element(
      "circle",
      "cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(radius))\" fill=\"\(fill.hex)\"",
      title: title)
  }

  mutating func polygon(_ points: [(x: Double, y: Double)], fill: Colour) {
    let path = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    element("polygon", "points=\"\(path)\" fill=\"\(fill.hex)\"")
  }

  mutating func polyline(
    _ points: [(x: Double, y: Double)], _ colour: Colour, width: Double, dashed: Bool = false
  ) {
    let path = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    element(
      "polyline",
      "points=\"\(path)\" fill=\"none\" stroke=\"\(colour.hex)\" stroke-width=\"\(number(width))\""
        + (dashed ? " stroke-dasharray=\"5 4\"" : "") + " stroke-linejoin=\"round\"")
  }

  /// Text with its baseline at `y`.
  ///
  /// - Parameter hasHalo: a white edge around the letters, for text over dots.
  mutating func text(
    _ text: String, x: Double, y: Double, size: Double = 13, _ colour: Colour = Palette.ink,
    anchor: Anchor = .start, bold: Bool = false, hasHalo: Bool = false, full: String? = nil
  ) {
    let title = full.flatMap { $0 == text ? nil : $0 }.map { "<title>\(escape($0))</title>" } ?? ""
    body += "<text x=\"\(number(x))\" y=\"\(number(y))\" font-size=\"\(number(size))\""
    body += " fill=\"\(colour.hex)\" text-anchor=\"\(anchor.rawValue)\""
    if hasHalo {
      body += " paint-order=\"stroke\" stroke=\"#FFFFFF\" stroke-width=\"3\""
      body += " stroke-linejoin=\"round\""
    }
    body += (bold ? " font-weight=\"bold\"" : "") + ">\(title)\(escape(text))</text>\n"
  }

  /// Lines of text around a middle height.
  mutating func lines(
    _ lines: [String], x: Double, middle: Double, size: Double = 13,
    _ colour: Colour = Palette.ink, anchor: Anchor = .start, bold: Bool = false,
    full: String? = nil
  ) {
    let leading = size * 1.2
    let first = middle - leading * Double(lines.count - 1) / 2 + size * 0.36
    for (index, line) in lines.enumerated() {
      text(
        line, x: x, y: first + leading * Double(index), size: size, colour, anchor: anchor,
        bold: bold, full: index == 0 && full != lines.joined(separator: " ") ? full : nil)
    }
  }

  /// The whole file. The alternative text stands as title and description.
  func file(height: Double, title: String, description: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" width="\(number(width))" height="\(number(height))" \
    viewBox="0 0 \(number(width)) \(number(height))" role="img" aria-labelledby="title desc" \
    font-family="\(fonts)">
    <title id="title">\(escape(title))</title>
    <desc id="desc">\(escape(description))</desc>
    <rect width="100%" height="100%" fill="#FFFFFF"/>
    \(body)</svg>

    """
  }

  private mutating func element(_ name: String, _ attributes: String, title: String? = nil) {
    if let title {
      body += "<\(name) \(attributes)><title>\(escape(title))</title></\(name)>\n"
    } else {
      body += "<\(name) \(attributes)/>\n"
    }
  }

  /// A coordinate with at most one decimal, without a trailing zero.
  private func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let rounded = RoundedDecimal(value, decimals: 1)
    let sign = rounded.isNegative ? "-" : ""
    return rounded.fraction == "0"
      ? sign + rounded.whole : "\(sign)\(rounded.whole).\(rounded.fraction)"
  }

  private func escape(_ text: String) -> String { XMLText.escape(text) }
}
