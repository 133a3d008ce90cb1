package import Diagnostics
package import Pipeline
import Values

/// The map from scores to segments.
package typealias RFMSegmentChoice = RuleChoice<RFMKnownMap, RFMSegmentRule>

/// The maps that have a name.
package enum RFMKnownMap: String, CaseIterable, Sendable {
  case eleven
  case eight
}

/// What the summary makes of a segment.
package enum RFMRole: String, CaseIterable, SettingValue {
  /// Money that is about to be lost.
  case atRisk = "at_risk"
  /// The customers that the company lives on.
  case best
}

/// One rule of an own map: a name and the scores it takes; an axis without a range takes all.
package struct RFMSegmentRule: KeyedSettings {
  package var name: LocalizedText?
  package var id: String?
  package var r: RFMScoreRange?
  package var f: RFMScoreRange?
  package var m: RFMScoreRange?
  /// On (F + M) / 2, rounded half up.
  package var fm: RFMScoreRange?
  package var action: LocalizedText?
  package var role: RFMRole?
  package var place: Diagnostic.Place?

  package init() {}

  package static var fields: [SettingField<RFMSegmentRule>] {
    [
      SettingField("name", \.name, Phrase("What the segment is called", "分层名称")),
      SettingField(
        "id", \.id, Phrase("Its name in tables; made from the name if absent", "表中的标识；缺省由名称生成"),
        check: { id in
          id.map(RFMSegmentMap.isIdentifier) ?? true
            ? nil : "small letters, digits and underscores, a letter first"
        }),
      SettingField("r", \.r, Phrase("Scores of recency", "最近购买分数范围")),
      SettingField("f", \.f, Phrase("Scores of frequency", "频次分数范围")),
      SettingField("m", \.m, Phrase("Scores of monetary", "金额分数范围")),
      SettingField(
        "fm", \.fm,
        Phrase("Mean of F and M, rounded half up", "频次与金额的平均分，四舍五入")),
      SettingField("action", \.action, Phrase("What to do about it", "建议动作")),
      SettingField(
        "role", \.role,
        Phrase(
          "Whether the summary counts it among customers at risk or the best",
          "摘要中归入有风险的客户或最佳客户")),
    ]
  }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> RFMSegmentRule? {
    var rule = RFMSegmentRule()
    rule.place = node.place
    let before = problems.all.count
    rule.update(from: node, &problems)
    if rule.name == nil, problems.all.count == before {
      problems.add(
        Diagnostic(
          .configuration, "missing-key", "a rule for segments needs a name, found \(node.found)",
          at: node.place, help: "write name: and the scores it takes, such as r: 4-5"))
    }
    return problems.all.count == before ? rule : nil
  }

  /// Whether the rule takes these scores.
  func takes(r: Int, f: Int, m: Int) -> Bool {
    (self.r?.contains(r) ?? true) && (self.f?.contains(f) ?? true) && (self.m?.contains(m) ?? true)
      && (fm?.contains((f + m + 1) / 2) ?? true)
  }

  /// The rule in symbols: `R 4-5, F 1`; `any` for the rest.
  var symbols: String {
    let parts = [("R", r), ("F", f), ("M", m), ("FM", fm)].compactMap { axis, range in
      range.map { "\(axis) \($0.text)" }
    }
    return parts.isEmpty ? "any" : parts.joined(separator: ", ")
  }
}

/// Scores from one to another, both included: `5`, `4-5` or `[4, 5]`.
package struct RFMScoreRange: SettingValue, Equatable {
  package let low: Int
  package let high: Int

  package init?(_ low: Int, _ high: Int) {
    guard low >= 1, low <= high else { return nil }
    self.low = low
    self.high = high
  }

  package static var accepted: String { "a score such as 5, or a range such as 4-5" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> RFMScoreRange? {
    var ends: [Int?] = []
    switch node.content {
    case .scalar(let text, _):
      ends = text.split(separator: "-", omittingEmptySubsequences: false)
        .map { Int($0.filter { $0 != " " }) }
    case .list(let items):
      ends = items.map { item in
        if case .scalar(let text, _) = item.content { Int(text) } else { nil }
      }
    case .map, .null: break
    }
    if (1...2).contains(ends.count), let first = ends.first ?? nil, let last = ends.last ?? nil,
      let range = RFMScoreRange(first, last)
    {
      return range
    }
    reject(node, &problems)
    return nil
  }

  package var echoed: SettingEcho { .text(text) }

  var text: String { low == high ? "\(low)" : "\(low)-\(high)" }

  func contains(_ score: Int) -> Bool { low <= score && score <= high }
}
