package import Diagnostics
package import Exports

extension DecimalName: SettingValue {}
extension DateOrderName: SettingValue {}
extension NamedScale: SettingValue {}

/// One value for all fields, or a map of field to value.
extension ByField: SettingValue where Value: SettingValue {
  package static var accepted: String { "\(Value.accepted); or a map of field to it" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> ByField? {
    if case .null = node.content { return ByField() }
    guard case .map(let entries) = node.content else {
      return Value.read(node, &problems).map { ByField($0) }
    }
    var result = ByField()
    for entry in entries {
      guard let value = Value.read(entry.value, &problems) else { continue }
      result.fields.append((entry.key, value))
    }
    return result
  }

  package var echoed: SettingEcho {
    if fields.isEmpty { return all?.echoed ?? .none }
    return .map(fields.map { SettingEcho.Entry($0.field, $0.value.echoed) })
  }
}

/// A map of label to number, `~` for no answer; or of field to such a map.
package struct LabelPlan: SettingValue {
  package var labels = ByField<[LabelValue]>()

  package init() {}

  package static var accepted: String { "a map of label to a whole number, or ~ for no answer" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> LabelPlan? {
    if case .null = node.content { return LabelPlan() }
    guard case .map(let entries) = node.content else {
      reject(node, &problems)
      return nil
    }
    var plan = LabelPlan()
    var all: [LabelValue] = []
    for entry in entries {
      if case .map(let own) = entry.value.content {
        plan.labels.fields.append(
          (entry.key, own.compactMap { label($0.key, $0.value, &problems) }))
      } else if let label = label(entry.key, entry.value, &problems) {
        all.append(label)
      }
    }
    if !all.isEmpty { plan.labels.all = all }
    return plan
  }

  private static func label(
    _ text: String, _ node: SettingNode, _ problems: inout Diagnostics
  ) -> LabelValue? {
    Int?.read(node, &problems).map { LabelValue(text, $0.map(Int64.init)) }
  }

  package var echoed: SettingEcho {
    func map(_ labels: [LabelValue]) -> [SettingEcho.Entry] {
      labels.map { SettingEcho.Entry($0.label, $0.value.map { .integer(Int($0)) } ?? .none) }
    }
    let own = labels.fields.map { SettingEcho.Entry($0.field, .map(map($0.value))) }
    let all = map(labels.all ?? []) + own
    return all.isEmpty ? .none : .map(all)
  }
}
