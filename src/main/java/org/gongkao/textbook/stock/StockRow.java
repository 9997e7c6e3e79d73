package org.gongkao.textbook.stock;

import org.gongkao.textbook.BookCode;

/** 库存行。How many copies of a book an agency has. */
record StockRow(BookCode book, int onHand) {}
