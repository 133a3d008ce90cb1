package import Diagnostics
import Tabular

/// Something that is said of all fields of an export, or of some by name.
package struct ByField<Value: Sendable>: Sendable {
  package var all: Value?
  /// A name is a field, a family, or a member of one.
  package var fields: [(field: String, value: Value)]

  package init(_ all: Value? = nil, fields: [(field: String, value: Value)] = []) {
    self.all = all
    self.fields = fields
  }

  package var isEmpty: Bool { all == nil && fields.isEmpty }

  /// What is said of one column by name; nil where only all fields are meant.
  func own(_ column: String, in contract: Contract) -> Value? {
    (fields.last { $0.field == column }
      ?? fields.last { $0.field == contract.family(of: column)?.name })?
      .value
  }

  func value(_ column: String, in contract: Contract) -> Value? {
    own(column, in: contract) ?? all
  }

  /// The same in a line, for the identity of a reading.
  func identity(_ text: (Value) -> String) -> String {
    let named = fields.map { "\($0.field)=\(text($0.value))" }
    return ([all.map(text) ?? ""] + named).joined(separator: "\u{1f}")
  }
}

/// A label and what it counts; nil for one that is no answer.
package struct LabelValue: Sendable, Equatable {
  package var label: String
  package var value: Int64?

  package init(_ label: String, _ value: Int64?) {
    self.label = label
    self.value = value
  }
}

extension ReadingSettings {
  /// The declared labels of a column of whole numbers, with what they are called; nil for none.
  ///
  /// What is said of all fields holds where the range of the field ends with the scale: 5 points
  /// are read in `csat` (1 to 5) and in every family, not in `nps` (0 to 10).
  func labels(
    of column: String, _ range: ClosedRange<Int64>, in contract: Contract
  ) -> (scale: LabelScale, name: String)? {
    let ownScale = scale.own(column, in: contract)
    let ownLabels = labels.own(column, in: contract)
    var named = ownScale
    var values = ownLabels ?? []
    let points = scale.all?.points ?? labels.all?.compactMap(\.value).max()
    if let points, fits(points, range, column, contract) {
      named = ownScale ?? scale.all
      values = (labels.all ?? []) + values
    }
    guard named != nil || !values.isEmpty else { return nil }
    var labels = named?.labels ?? LabelScale()
    for label in values { labels.add(label.label, label.value) }
    return (labels, named?.rawValue ?? "declared labels")
  }

  private func fits(
    _ points: Int64, _ range: ClosedRange<Int64>, _ column: String, _ contract: Contract
  ) -> Bool {
    contract.isFamilyMember(column)
      ? points <= range.upperBound : points == range.upperBound && range.lowerBound >= 1
  }

  /// What is wrong with settings of fields by name: unknown fields, scales beyond their range.
  package func problems(in contract: Contract, kind: Diagnostic.Kind) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let known = contract.fields.map(\.name) + contract.families.map(\.name)
    let named: [(key: String, field: String)] =
      decimal.fields.map { ("decimal", $0.field) }
      + dateOrder.fields.map { ("date_order", $0.field) }
      + scale.fields.map { ("scale", $0.field) } + labels.fields.map { ("labels", $0.field) }
    for (key, field) in named where contract.kind(of: field) == nil {
      problems.append(
        Diagnostic(
          kind, "unknown-field", "'\(contract.name)' has no field '\(field)' for \(key)",
          help: Suggestion.help(for: field, among: known)))
    }
    let scales = scale.fields.map { ($0.field, [1, $0.value.points]) }
    let values = labels.fields.map { ($0.field, $0.value.compactMap(\.value)) }
    for (field, values) in scales + values {
      guard let fieldKind = contract.kind(of: field) else { continue }
      guard case .integer(let range) = fieldKind else {
        problems.append(
          Diagnostic(
            kind, "no-scale", "'\(field)' is \(fieldKind.name), and labels stand for whole numbers",
            help: "leave it out of `scale` and `labels`"))
        continue
      }
      if let outside = values.first(where: { !range.contains($0) }) {
        problems.append(
          Diagnostic(
            kind, "out-of-range",
            "'\(field)' takes \(range.lowerBound) to \(range.upperBound), and a label counts \(outside)",
            help: "choose a scale of \(range.upperBound) points, or other values"))
      }
    }
    return problems
  }
}

extension Contract {
  /// The kind of a field, a family or a member of one, by name.
  package func kind(of name: String) -> Field.Kind? {
    field(name)?.kind ?? families.first { $0.name == name }?.kind ?? family(of: name)?.kind
  }
}
