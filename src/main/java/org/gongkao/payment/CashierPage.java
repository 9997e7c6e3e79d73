package org.gongkao.payment;

import org.gongkao.shared.Money;

/** 前往收银台页。Seen for a moment, and by those whose browser does not go on by itself. */
record CashierPage(String number, Money amount, String payPage) {}
