package org.gongkao.textbook;

import org.gongkao.shared.Money;

/** 教材价目。One book of the year: its title, its ISBN or other number where one is known, and what a copy costs. */
public record PricedBook(String title, String number, Money price) {}
