import Exports
import Values

/// Keeps customers outside the company and inside it apart.
///
/// Inside are customers whose `scope` says so, and answers and cases that name a consumer
/// department.
struct ScopeFilter {
  private let insiders: Set<String>

  init(customers: DataTable?) {
    var insiders: Set<String> = []
    if let customers, case .category(let codes, let labels)? = customers.values("scope"),
      case .text(let ids)? = customers.values("customer_id")
    {
      for row in 0..<customers.rowCount
      where codes[row] >= 0 && labels[Int(codes[row])] == "internal" {
        insiders.insert(ids[row])
      }
    }
    self.insiders = insiders
  }

  func rows(of table: DataTable, in scope: Source.Scope) -> DataTable {
    let consumer = table.values("consumer")
    let ids: TextColumn? =
      if case .text(let column)? = table.values("customer_id") { column } else { nil }
    guard consumer != nil || (ids != nil && !insiders.isEmpty) else {
      return scope == .external ? table : table.selected([])
    }
    let kept = (0..<table.rowCount).filter { row in
      let isInside =
        consumer.map { !$0.isMissing(row) } ?? false
        || (!insiders.isEmpty && (ids.map { insiders.contains($0[row]) } ?? false))
      return isInside == (scope == .internal)
    }
    return kept.count == table.rowCount ? table : table.selected(kept)
  }

  /// Merged customers belong where the customer is that they stand under.
  func merges(_ merges: MergeOutcome, in scope: Source.Scope) -> MergeOutcome {
    guard let customers = merges.customers, case .text(let ids)? = customers.values("customer_id")
    else { return merges }
    var result = merges
    result.customers = customers.selected(
      (0..<customers.rowCount).filter {
        insiders.contains(merges.map.target(of: ids[$0])) == (scope == .internal)
      })
    return result
  }

  func purchaseDays(_ days: PurchaseDays, in scope: Source.Scope) -> PurchaseDays {
    if insiders.isEmpty, scope == .external { return days }
    return days.restricted { insiders.contains($0) == (scope == .internal) }
  }
}
