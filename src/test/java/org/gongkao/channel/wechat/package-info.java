/** WeChat Pay against the counterpart as the program it is, and against messages and statements that no counterpart would send. */
package org.gongkao.channel.wechat;
