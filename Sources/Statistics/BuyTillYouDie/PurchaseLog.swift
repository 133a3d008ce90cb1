/// Collects a simulated customer's purchases.
struct PurchaseLog {
  private let age: Double
  private let end: Double
  private var x = 0.0
  private var last = 0.0
  private var later: [Double] = []
  private var dropout = Double.infinity

  init(age: Double, within t: Double) {
    self.age = age
    end = age + t
  }

  /// False where the purchase lies after the end.
  mutating func record(_ time: Double) -> Bool {
    guard time <= end else { return false }
    if time <= age {
      x += 1
      last = time
    } else {
      later.append(time - age)
    }
    return true
  }

  mutating func dropOut(at time: Double) { dropout = time }

  var customer: SimulatedCustomer {
    SimulatedCustomer(
      history: PurchaseHistory(x: x, tx: last, age: age), later: later, isPresent: dropout > age)
  }
}
