import Exports
import Values

/// One pass over the purchase days: what followed each answer, and what each customer is worth.
struct LoyaltyFold {
  let days: PurchaseDays
  /// Of the answers, `Int32.min` for none.
  let dates: [Int32]
  let rows: AnswersOfCustomers
  let items: [SurveyItem]
  let settings: LoyaltySettings
  let asOf: Day

  private struct Part {
    var outcomes: [AnswerOutcomes]
    var standing = CustomerStanding()
  }

  /// Outcomes by question, and the standing of the customers.
  func made() -> ([AnswerOutcomes], CustomerStanding) {
    let start =
      settings.months.map { asOf.adding(days: 1).adding(months: -$0).number } ?? Int32.min
    var outcomes = items.map { item in
      var made = AnswerOutcomes()
      for row in rows.nameless where item.positions[Int(row)] >= 0 {
        made.account.answers += 1
        made.account.withoutCustomer += 1
      }
      for row in rows.strangers where item.positions[Int(row)] >= 0 {
        made.account.answers += 1
        made.account.withoutPurchase += 1
      }
      return made
    }
    var standing = CustomerStanding()
    for part in days.partials({ customers in part(of: customers, from: start) }) {
      for place in outcomes.indices { outcomes[place] += part.outcomes[place] }
      standing += part.standing
    }
    standing.cut(topShare: settings.topShare)
    return (outcomes, standing)
  }

  private func part(of customers: Range<Int>, from start: Int32) -> Part {
    var part = Part(outcomes: items.map { _ in AnswerOutcomes() })
    days.forEach(in: customers) { customer, bought in
      var value = Int64(0)
      var first = Int32.max
      var last = Int32.min
      for day in bought where day.day <= asOf.number {
        if day.isPurchase {
          first = min(first, day.day)
          last = day.day
        }
        if day.day >= start { value += revenue(day) }
      }
      let own = rows[customer]
      if last > .min { take(customer, own, value, last, &part.standing) }
      for place in items.indices {
        follow(customer, own, items[place], first, bought, &part.outcomes[place])
      }
    }
    return part
  }

  private func revenue(_ day: PurchaseDay) -> Int64 {
    settings.refunds == .net ? day.net : day.gross
  }

  /// The latest answer whose days are over, and what was bought in them.
  private func follow(
    _ customer: Int, _ own: ArraySlice<Int32>, _ item: SurveyItem, _ first: Int32,
    _ bought: UnsafeBufferPointer<PurchaseDay>, _ outcomes: inout AnswerOutcomes
  ) {
    var chosen = -1
    for row in own.lazy.map(Int.init) where item.positions[row] >= 0 {
      outcomes.account.answers += 1
      let date = dates[row]
      if date == .min {
        outcomes.account.withoutDay += 1
      } else if Int(date) + settings.days > Int(asOf.number) {
        outcomes.account.unobserved += 1
      } else if first > date {
        outcomes.account.withoutPurchase += 1
      } else {
        if chosen >= 0 { outcomes.account.superseded += 1 }
        chosen = row
      }
    }
    guard chosen >= 0 else { return }
    outcomes.account.used += 1
    let date = dates[chosen]
    var spend = Int64(0)
    var hasBought = false
    for day in bought where day.day > date && Int(day.day) <= Int(date) + settings.days {
      spend += revenue(day)
      if day.isPurchase { hasBought = true }
    }
    outcomes.customer.append(Int32(customer))
    outcomes.position.append(item.positions[chosen])
    outcomes.bought.append(hasBought)
    outcomes.spend.append(spend)
  }

  /// The value of a customer, and what the latest answer says of being unhappy.
  private func take(
    _ customer: Int, _ own: ArraySlice<Int32>, _ value: Int64, _ last: Int32,
    _ standing: inout CustomerStanding
  ) {
    standing.values.append(value)
    let latest = own.last { row in
      dates[Int(row)] > .min && items.contains { $0.positions[Int(row)] >= 0 }
    }
    guard let latest else { return }
    let positions = items.map { $0.positions[Int(latest)] }
    standing.respondents.append(
      CustomerStanding.Respondent(
        customer: Int32(customer), value: value, lastPurchase: last, answered: dates[Int(latest)],
        positions: positions,
        isUnhappy: zip(items, positions).contains { item, position in
          position >= 0 && Int(position) < item.unhappyLevels
        }))
  }
}

extension SurveyItem {
  /// How many levels from the worst on are an unhappy answer: detractors of recommendation, the
  /// bottom box of all else.
  var unhappyLevels: Int { id == "nps" ? 7 : scale.box }
}
