package import Pipeline
import Values

extension Tiers {
  package static var method: [Method] { valueMethods + ladderMethods }

  static var valueMethods: [Method] {
    [
      Method(
        title: Phrase("Classes A, B, C", "ABC 分类"),
        formula: "i ∈ A:  Σ {xⱼ : xⱼ > xᵢ} / Σ x < c₁;  B: < c₂;  …",
        meaning: Phrase(
          "A customer is in class A where those with greater amounts hold less than the first limit; with boundary: exclude, where all with at least this amount hold no more than it. By number, customers are counted instead.",
          "金额更大的客户合计占比低于首个上限者为 A 类；若界限不计入，则不低于该金额者合计不超过上限者为 A 类。按人数时以客户数代替金额。"),
        source:
          "Juran, Universals in management planning and controlling, Management Review 43(11), 1954; Dickie, ABC inventory analysis shoots for dollars, not pennies, Factory Management and Maintenance 109(7), 1951"
      ),
      Method(
        title: Phrase("Distance to the next class", "距上一类的差距"),
        formula: "d = min {x′ − x : k(x′) < k(x)}",
        meaning: Phrase(
          "The least rise of the customer's own amount, all others as they are, with which the class is a higher one; the whole grows with it.",
          "其他客户不变时升至更高类别所需的最小增加额；合计随之增加。"),
        source: "–"),
      Method(
        title: Phrase("Lorenz curve and top shares", "洛伦兹曲线与头部占比"),
        formula: "L(k / n) = Σᵢ₌₁ᵏ x₍ᵢ₎ / Σ x;  T(f) = 1 − L(1 − f)",
        meaning: Phrase(
          "What the least k customers hold; the largest f of all customers, to the nearest whole customer, hold T.",
          "金额最小的 k 位客户所占比例；最大的 f 比例客户（取整）占 T。"),
        source:
          "Lorenz, Methods of measuring the concentration of wealth, Publications of the American Statistical Association 9(70), 1905; interval: Beach & Davidson, Distribution-free statistical inference with Lorenz curves and income shares, Review of Economic Studies 50(4), 1983"
      ),
      Method(
        title: Phrase("Gini coefficient", "基尼系数"),
        formula: "G = Σᵢ (2i − n − 1) x₍ᵢ₎ / (n Σ x);  se² = (n − 1) / n Σₖ (G₍ₖ₎ − Ḡ)²",
        meaning: Phrase(
          "How unequal the amounts are, 0 to 1; G₍ₖ₎ leaves customer k out. Corrected: G n / (n − 1).",
          "金额不均等程度，0 至 1；G₍ₖ₎ 为剔除客户 k 后的值。修正值为 G n / (n − 1)。"),
        source:
          "Gini, Variabilità e mutabilità, 1912; Ogwang, A convenient method of computing the Gini index and its standard error, Oxford Bulletin of Economics and Statistics 62(1), 2000"
      ),
      Method(
        title: Phrase("Herfindahl index", "赫芬达尔指数"),
        formula: "H = Σ sᵢ²;  n* = 1 / H",
        meaning: Phrase(
          "s is a customer's share; n* equally large customers were as concentrated.",
          "s 为客户占比；与 n* 位等额客户的集中度相同。"),
        source:
          "Hirschman, National power and the structure of foreign trade, 1945; Herfindahl, Concentration in the steel industry, 1950"
      ),
      Method(
        title: Phrase("Ricci-Schutz and Theil index", "均等转移占比与泰尔指数"),
        formula: "R = ½ Σ |sᵢ − 1 / n|;  T = (1 / n) Σ (xᵢ / μ) ln (xᵢ / μ)",
        meaning: Phrase(
          "R: the share that would have to move until all are alike; T: 0 where all are alike, ln n where one has all.",
          "R：达到人人均等所需转移的占比；T：均等时为 0，一人独占时为 ln n。"),
        source:
          "Schutz, On the measurement of income inequality, American Economic Review 41(1), 1951; Theil, Economics and information theory, 1967"
      ),
      Method(
        title: Phrase("Tenths by customer lifetime value", "终身价值十等分"),
        formula: "k = ⌊10 (ρ − 1) / n⌋ + 1",
        meaning: Phrase(
          "ρ is the place by lifetime value, greatest first; where ten do not divide n, the first tenths have one customer more.",
          "ρ 为终身价值由大到小的名次；人数不能整除时前几等多一位。"),
        source: "SQL:2003, window function NTILE"),
    ]
  }

  static var ladderMethods: [Method] {
    [
      Method(
        title: Phrase("Star ladder", "星级阶梯"),
        formula: "★ₖ:  min {m₁ … m_w} > cₖ;  or  (1 / w) Σ m > cₖ",
        meaning: Phrase(
          "The highest star whose threshold every one of the last w complete months passes, or their mean; 300, 500 and 800 in six months give three, four and five stars in the texts' example.",
          "近 w 个完整月逐月（或月均）超过门槛的最高星级；文献示例为连续六个月超过 300、500、800 分别为三、四、五星。"),
        source: "China Unicom's star grades, as the key-account procedure reports them"),
      Method(
        title: Phrase("Months to the next star", "升星所需月数"),
        formula: "w − #{m₍ₜ₎ > cₖ₊₁, t ≥ t*}",
        meaning: Phrase(
          "How many more months must pass, if none of them fails.", "假定此后逐月达标，尚需的月数。"),
        source: "–"),
    ]
  }
}
