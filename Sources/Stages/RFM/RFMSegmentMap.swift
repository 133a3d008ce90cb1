import Diagnostics
import Pipeline
import Values

/// Which segment each combination of scores belongs to.
package struct RFMSegmentMap: Sendable {
  package let segments: [RFMSegment]
  private let kind: Kind

  private enum Kind: Sendable {
    case eleven
    case eight
    case own([(rule: RFMSegmentRule, segment: Int)])
  }

  /// A map for scores of 1 to `bins`.
  ///
  /// Fails where a rule of an own map asks for scores that there are not, or where a combination
  /// of scores has no rule: a customer without a segment would drop out of every total.
  init(_ choice: RFMSegmentChoice, bins: Int) throws(Diagnostic) {
    switch choice {
    case .named(.eleven):
      segments = Self.elevenSegments
      kind = .eleven
    case .named(.eight):
      segments = Self.eightSegments
      kind = .eight
    case .own(let rules):
      var found: [RFMSegment] = []
      var numbered: [(rule: RFMSegmentRule, segment: Int)] = []
      for (index, rule) in rules.enumerated() {
        try Self.check(rule, bins: bins)
        let segment = Self.segment(of: rule, number: index + 1)
        let known = found.firstIndex { $0.id == segment.id }
        if known == nil { found.append(segment) }
        numbered.append((rule, known ?? found.count - 1))
      }
      segments = found
      kind = .own(numbered)
      try Self.checkAllCells(rules, bins: bins)
    }
  }

  /// The segment of every combination of scores, and the rule that put it there.
  struct Cells {
    let bins: Int
    /// By `(r − 1) bins² + (f − 1) bins + (m − 1)`.
    fileprivate(set) var segment: [Int32]
    /// Indices into `rules`, likewise.
    fileprivate(set) var rule: [Int32]
    /// In symbols: `R 5, FM 4`.
    fileprivate(set) var rules: [String]
  }

  /// - Parameter means: mean scores of all customers, which the eight segments are split at.
  func cells(bins: Int, means: (r: Double, f: Double, m: Double)) -> Cells {
    let empty = [Int32](repeating: -1, count: bins * bins * bins)
    var cells = Cells(bins: bins, segment: empty, rule: empty, rules: [])
    var numbers: [String: Int32] = [:]
    for r in 1...bins {
      for f in 1...bins {
        for m in 1...bins {
          let (segment, text) = decide(r, f, m, bins, means)
          let number = numbers[text] ?? Int32(cells.rules.count)
          if numbers[text] == nil {
            numbers[text] = number
            cells.rules.append(text)
          }
          let cell = ((r - 1) * bins + f - 1) * bins + m - 1
          cells.segment[cell] = Int32(segment)
          cells.rule[cell] = number
        }
      }
    }
    return cells
  }

  private func decide(
    _ r: Int, _ f: Int, _ m: Int, _ bins: Int, _ means: (r: Double, f: Double, m: Double)
  ) -> (segment: Int, rule: String) {
    switch kind {
    case .eleven:
      let scaled = Self.scaled(r: r, f: f, m: m, bins: bins)
      return (Self.eleven(r: scaled.r, fm: scaled.fm), "R \(scaled.r), FM \(scaled.fm)")
    case .eight:
      let above = (Double(r) > means.r, Double(f) > means.f, Double(m) > means.m)
      func side(_ axis: String, _ isAbove: Bool) -> String { axis + (isAbove ? " > ø" : " ≤ ø") }
      return (
        Self.eight(r: above.0, f: above.1, m: above.2),
        [side("R", above.0), side("F", above.1), side("M", above.2)].joined(separator: ", ")
      )
    case .own(let rules):
      guard let found = rules.first(where: { $0.rule.takes(r: r, f: f, m: m) }) else {
        preconditionFailure("every cell of an own map was found to have a rule")
      }
      return (found.segment, found.rule.symbols)
    }
  }

  /// The index of the segment with this id.
  subscript(_ id: String) -> Int? { segments.firstIndex { $0.id == id } }
}

// MARK: Own maps

extension RFMSegmentMap {
  static func isIdentifier(_ text: String) -> Bool {
    text.wholeMatch(of: #/[a-z][a-z0-9_]*/#) != nil
  }

  private static func check(_ rule: RFMSegmentRule, bins: Int) throws(Diagnostic) {
    for (axis, range) in [("r", rule.r), ("f", rule.f), ("m", rule.m), ("fm", rule.fm)] {
      guard let range, range.high > bins else { continue }
      throw Diagnostic(
        .configuration, "out-of-range",
        "'\(axis): \(range.text)' of a segment lies outside the scores 1 to \(bins)",
        at: rule.place, help: "write scores of 1 to \(bins), or change bins")
    }
  }

  private static func checkAllCells(_ rules: [RFMSegmentRule], bins: Int) throws(Diagnostic) {
    var missing: [String] = []
    for r in 1...bins {
      for f in 1...bins {
        for m in 1...bins where !rules.contains(where: { $0.takes(r: r, f: f, m: m) }) {
          missing.append("R \(r) F \(f) M \(m)")
        }
      }
    }
    guard let first = missing.first else { return }
    let others = missing.count == 1 ? "" : " and \(missing.count - 1) other combinations"
    throw Diagnostic(
      .configuration, "unassigned-scores", "no segment takes the scores \(first)\(others)",
      at: rules.first?.place,
      help: "add a last rule with a name alone: it takes what is left")
  }

  private static func segment(of rule: RFMSegmentRule, number: Int) -> RFMSegment {
    func phrase(_ text: LocalizedText) -> Phrase {
      Phrase(text[.english], text[.simplifiedChinese])
    }
    let name = rule.name.map(phrase) ?? Phrase("", "")
    return RFMSegment(
      rule.id ?? identifier(name.english) ?? "segment_\(number)", name,
      action: rule.action.map(phrase), role: rule.role)
  }

  /// `Can't Lose` becomes `cant_lose`; nil for a name without Latin letters.
  private static func identifier(_ name: String) -> String? {
    let kept = name.lowercased().filter { $0 != "'" && $0 != "’" }
    let words = kept.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let id = words.joined(separator: "_")
    return isIdentifier(id) ? id : nil
  }
}
